const quickDeathsAllowed = 3;
const quickWindowMs = 60_000;

/** Decides at each death of a process whether it may start again. One policy counts for one process. */
export interface RestartPolicy {
  /** Counts a death at `now` (milliseconds). False when it was one too many within a minute. */
  mayRestart(now: number): boolean;
  /** Forgets what was counted: a person has asked for another try. */
  reset(): void;
}

export function restartPolicy(): RestartPolicy {
  let deaths: number[] = [];
  return {
    mayRestart(now) {
      deaths = [...deaths.filter((at) => now - at < quickWindowMs), now];
      return deaths.length <= quickDeathsAllowed;
    },
    reset() {
      deaths = [];
    },
  };
}
