import type { ControlContext } from "../controlContext.ts";

/** That something changed since a stream last looked, never what it is now: this stays small however slow the stream's reader is. */
export interface Changes {
  status: boolean;
  /** Something was committed, exchanges up to this position or rows of the sandbox; undefined where nothing was. */
  storedTo: number | undefined;
  /** Long work began, went on or ended. */
  jobs: boolean;
  /** Ids of exchanges whose native calls went on. */
  readonly progressed: Set<string>;
}

export interface Watch {
  /** Waits for a change; undefined once the signal has aborted, or when more changed than is worth catching up with. */
  take(): Promise<Changes | undefined>;
  stop(): void;
}

/** A reader that is this far behind is better served by a new stream. */
const maxProgressed = 10_000;

const noChanges = (): Changes => ({ status: false, storedTo: undefined, jobs: false, progressed: new Set() });

export function watchChanges({ store, statusSignal, jobs }: ControlContext, signal: AbortSignal): Watch {
  let pending = noChanges();
  let wake = (): void => undefined;
  const stopStatus = statusSignal.listen(() => {
    pending.status = true;
    wake();
  });
  const stopStore = store.exchanges.onCommitted(({ lastPosition, progressed }) => {
    pending.storedTo = lastPosition;
    for (const id of progressed) if (pending.progressed.size <= maxProgressed) pending.progressed.add(id);
    wake();
  });
  const stopJobs = jobs.listen(() => {
    pending.jobs = true;
    wake();
  });
  const onAbort = (): void => wake();
  signal.addEventListener("abort", onAbort, { once: true });

  return {
    async take() {
      while (!(signal.aborted || pending.status || pending.storedTo !== undefined || pending.jobs)) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (signal.aborted || pending.progressed.size > maxProgressed) return undefined;
      const taken = pending;
      pending = noChanges();
      return taken;
    },
    stop() {
      stopStatus();
      stopStore();
      stopJobs();
      signal.removeEventListener("abort", onAbort);
    },
  };
}
