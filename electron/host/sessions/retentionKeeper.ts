import { isLimited } from "../../../core/contract/settings.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Store } from "../store/store.ts";
import { inSlices } from "./slices.ts";

interface RetentionOptions {
  readonly store: Store;
  readonly jobs: Jobs;
  /** One line for each session that lost something. */
  readonly log: (line: string) => void;
  /** Called for each of them. */
  readonly onRemoved: () => void;
  readonly now?: () => Date;
}

const everyMs = 60_000;

/**
 * Keeps what is recorded within the limits that a person has set: looks once a minute, and when they change. A session that work goes on with (an export, a
 * merge) is left alone until that has ended, and either side of a replay until nothing is left to send or its answers are deleted, whichever process runs it;
 * each session counts what it lost.
 */
export class RetentionKeeper {
  readonly #options: RetentionOptions;
  readonly #stopping = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | undefined;

  constructor(options: RetentionOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.sweep(), everyMs).unref();
  }

  /** Removes what is beyond the limits. One at a time; never rejects. */
  sweep(): Promise<void> {
    this.#running ??= this.#sweep()
      .catch((fault: unknown) => {
        if (!this.#stopping.signal.aborted)
          this.#options.log(`What is beyond the limits could not be removed: ${fault}`);
      })
      .finally(() => {
        this.#running = undefined;
      });
    return this.#running;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopping.abort();
    await this.#running;
  }

  async #sweep(): Promise<void> {
    const { store, log, onRemoved, now = () => new Date() } = this.#options;
    const limits = store.settings.get().retention;
    if (!isLimited(limits)) return;
    await store.committed();
    for (const { session, name, positions } of await store.reader.findExpired(limits, now().toISOString())) {
      let removed = 0;
      await inSlices(
        store,
        positions,
        (slice) => {
          const isNeeded = this.#options.jobs.workOn(session) !== undefined || store.replays.isWanted(session);
          if (isNeeded || !store.sessions.get(session)) return;
          store.transfer.drop(slice, session);
          removed += slice.length;
        },
        { signal: this.#stopping.signal },
      );
      if (removed === 0) continue;
      log(`Removed from “${name}”, beyond the limits: ${removed}.`);
      onRemoved();
    }
  }
}
