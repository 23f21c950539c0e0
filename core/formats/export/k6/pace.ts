/** A stretch of the recording: how many requests came in it. */
export interface PaceStep {
  readonly seconds: number;
  readonly requests: number;
}

/** More steps would say no more to a person, and the generated script stays short. */
const mostSteps = 60;

/** Joins neighbours, so that each step is twice as long. */
function halved(counts: readonly number[]): number[] {
  const joined: number[] = [];
  for (let index = 0; index < counts.length; index += 2) {
    joined.push((counts[index] ?? 0) + (counts[index + 1] ?? 0));
  }
  return joined;
}

/**
 * Counts requests over time in at most 60 equal steps, whose length grows with the recording: a second at first. Times before the first one or that are no
 * times count where the one before stood.
 */
export function createPace(): { readonly add: (at: string) => void; readonly steps: () => PaceStep[] } {
  let counts: number[] = [];
  let seconds = 1;
  let start: number | undefined;
  let latest = 0;
  return {
    add(at) {
      const time = Date.parse(at);
      if (!Number.isNaN(time)) {
        start ??= time;
        latest = Math.max(latest, (time - start) / 1000);
      }
      while (latest / seconds >= mostSteps) {
        counts = halved(counts);
        seconds *= 2;
      }
      const step = Math.floor(latest / seconds);
      while (counts.length <= step) counts.push(0);
      counts[step] = (counts[step] ?? 0) + 1;
    },
    steps: () => counts.map((requests) => ({ seconds, requests })),
  };
}
