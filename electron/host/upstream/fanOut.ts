import { setTimeout } from "node:timers/promises";
import { isJsonObject, type Json } from "../../../core/json/json.ts";
import type { NativeCall } from "../../../core/native/nativeCall.ts";
import type { RecordedNativeCall } from "../store/exchangeRecord.ts";
import type { Store } from "../store/store.ts";
import type { Upstream } from "./upstream.ts";

export interface FanOutOptions {
  readonly store: Store;
  /** Resolves when one more call is within the rate; rejects when `signal` aborts. */
  readonly pace: (signal: AbortSignal) => Promise<void>;
  readonly log: (line: string) => void;
}

/** The native calls of a bulk exchange that was answered already. */
export interface FanOutJob {
  readonly exchangeId: string;
  readonly calls: readonly NativeCall[];
  readonly upstream: Upstream;
  readonly property: string;
}

/** No client waits any more, so a whole window of the rate limit may pass. */
const patienceMs = 60_000;
const concurrency = 8;
/** How often progress is written, in milliseconds. */
const flushEveryMs = 100;

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
    const run = this.#run(job)
      .catch((fault: unknown) =>
        this.#options.log(`The native calls of exchange ${job.exchangeId} ended: ${String(fault)}`),
      )
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

  async #run({ exchangeId, calls, upstream, property }: FanOutJob): Promise<void> {
    const { store, pace } = this.#options;
    const finished = new InOrder();
    const unanswered: string[] = [];
    let next = 0;
    let written = 0;
    const flush = (): void => {
      const ready = finished.take();
      if (ready.length === 0) return;
      written += ready.length;
      store.write(() => store.exchanges.appendNative(exchangeId, ready, calls.length - written));
    };
    const work = async (): Promise<void> => {
      while (next < calls.length && !this.#stopping.signal.aborted) {
        const index = next;
        const call = calls[index];
        next += 1;
        if (!call || !(await this.#mayGo(pace))) return;
        const [trip] = await upstream.send([call], {
          property,
          patienceMs,
          isPaced: true,
          signal: this.#cutOff.signal,
        });
        if (!trip) continue;
        finished.put(index, trip.recorded);
        if (trip.recorded.response === null) unanswered.push(messageOf(trip.answer.body));
      }
    };

    const done = new AbortController();
    const flushing = flushUntil(done.signal, flush);
    try {
      await Promise.all(Array.from({ length: concurrency }, work));
    } finally {
      done.abort();
      await flushing;
      flush();
      await store.committed();
    }
    if (unanswered.length > 0) {
      const { log } = this.#options;
      log(
        `${unanswered.length} of ${calls.length} native calls of exchange ${exchangeId} got no answer: ${[...new Set(unanswered)].join(" ")}`,
      );
    }
  }

  async #mayGo(pace: FanOutOptions["pace"]): Promise<boolean> {
    await pace(this.#stopping.signal).catch(() => undefined);
    return !this.#stopping.signal.aborted;
  }
}

async function flushUntil(done: AbortSignal, flush: () => void): Promise<void> {
  while (!done.aborted) {
    await setTimeout(flushEveryMs, undefined, { signal: done }).catch(() => undefined);
    flush();
  }
}

/** What a fault of the transport says, as the native error that it amounts to. */
function messageOf(body: Json | undefined): string {
  const error = isJsonObject(body) && isJsonObject(body.error) ? body.error : {};
  return typeof error.message === "string" ? error.message : "";
}

/** Gives out what finished in the order in which it began: the place of a call in its exchange is its index. */
class InOrder {
  readonly #waiting = new Map<number, RecordedNativeCall>();
  #next = 0;

  put(index: number, call: RecordedNativeCall): void {
    this.#waiting.set(index, call);
  }

  take(): RecordedNativeCall[] {
    const ready: RecordedNativeCall[] = [];
    for (let call = this.#waiting.get(this.#next); call; call = this.#waiting.get(this.#next)) {
      ready.push(call);
      this.#waiting.delete(this.#next);
      this.#next += 1;
    }
    return ready;
  }
}
