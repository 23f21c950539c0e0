import { readBase64 } from "./base64.ts";
import { ownText } from "./ownText.ts";
import type { PrintableRun } from "./printableRuns.ts";

/** Units of the shortest base64 that is read: four letters. Every shorter word would read as some bytes or other. */
export const shortestBase64 = 6;
/** Bytes of the shortest text that is looked for in base64. */
const leastRun = 4;
/** Base64 may start within a run of such characters ("path/eyJ…"); with one of these units left out it starts at one of its own groups of four. */
const offsets = [0, 1, 2, 3] as const;

/** What a run of base64 says when it is read from one of its first units. */
export interface Base64Reading {
  readonly offset: number;
  readonly runs: readonly PrintableRun[];
  /** Whether all of it is text. */
  readonly isText: boolean;
}

/** Nearly every word could be base64, and texts have the same words again and again: to look one up costs a tenth of reading it four times. */
const known = new Map<string, readonly Base64Reading[]>();
const longestKnown = 32;
const mostKnown = 20_000;

function read(run: string): readonly Base64Reading[] {
  const readings: Base64Reading[] = [];
  for (const offset of offsets) {
    const { length, runs } = readBase64(run, offset, run.length, leastRun);
    const [first] = runs;
    if (first) readings.push({ offset, runs, isText: first.start === 0 && first.end === length });
  }
  return readings;
}

/** The readings of a run that have any text, without those that have none. */
export function base64Readings(run: string): readonly Base64Reading[] {
  if (run.length > longestKnown) return read(run);
  let readings = known.get(run);
  if (!readings) {
    readings = read(run);
    if (known.size >= mostKnown) known.clear();
    known.set(ownText(run), readings);
  }
  return readings;
}
