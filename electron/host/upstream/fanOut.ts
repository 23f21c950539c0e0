import { type FanOutContext, type FanOutJob, FanOutRun } from "./fanOutRun.ts";

export interface FanOutOptions extends Pick<FanOutContext, "store" | "pace"> {
  readonly log: (line: string) => void;
}

/**
 * Makes the native calls that follow their answer, within the tier's rate, and adds them to their exchange as they finish. What a close leaves undone
 * stays visible as pending; nothing resumes it, because the bodies of a next start could meet another upstream.
 */
export class FanOut {
  readonly #options: FanOutOptions;
  readonly #stopping = new AbortController();
  readonly #cutOff = new AbortController();
  readonly #running = new Set<Promise<void>>();

  constructor(options: FanOutOptions) {
    this.#options = options;
  }

  start(job: FanOutJob): void {
    const { log } = this.#options;
    const run = this.#run(job)
      .catch((fault: unknown) => log(`The native calls of exchange ${job.exchangeId} ended: ${String(fault)}`))
      .finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  /** Starts no further call; waits `graceMs` for those under way. */
  async close(graceMs: number): Promise<void> {
    this.#stopping.abort();
    const timer = AbortSignal.timeout(graceMs);
    const cutOff = () => this.#cutOff.abort();
    timer.addEventListener("abort", cutOff);
    await Promise.all(this.#running);
    timer.removeEventListener("abort", cutOff);
  }

  async #run(job: FanOutJob): Promise<void> {
    const { store, pace, log } = this.#options;
    const run = new FanOutRun(job, { store, pace, stopping: this.#stopping.signal, cutOff: this.#cutOff.signal });
    await run.run();
    const { unanswered } = run;
    if (unanswered.length === 0) return;
    log(
      `${unanswered.length} of ${job.calls.length} native calls of exchange ${job.exchangeId} got no answer: ${[...new Set(unanswered)].join(" ")}`,
    );
  }
}
