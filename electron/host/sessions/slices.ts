import { setTimeout } from "node:timers/promises";
import type { Recorder } from "../store/openRecorder.ts";

/** What long work on sessions is told and tells. */
export interface Progress {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** So long one step of the transaction may take, and so long is left to others between two. Milliseconds. */
const sliceMs = 4;
const pauseMs = 2;
const sliceSize = 50;

/** Goes through positions in short steps, each on disk before the next, so that requests are answered in between. */
export async function inSlices(
  { write, committed }: Pick<Recorder, "write" | "committed">,
  positions: readonly number[],
  step: (slice: readonly number[]) => void,
  { signal, onProgress }: Progress = {},
): Promise<void> {
  for (let done = 0; done < positions.length; ) {
    signal?.throwIfAborted();
    const until = performance.now() + sliceMs;
    done = write(() => {
      let next = done;
      do {
        step(positions.slice(next, next + sliceSize));
        next += sliceSize;
      } while (next < positions.length && performance.now() < until);
      return Math.min(next, positions.length);
    });
    await committed();
    onProgress?.(done, positions.length);
    await setTimeout(pauseMs);
  }
}
