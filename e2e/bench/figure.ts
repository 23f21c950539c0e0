/** One line of the report. Absolute times and rates differ from machine to machine; a ratio of two things measured in one run does not. */
export interface Figure {
  readonly name: string;
  readonly measured: string;
  readonly goal: string;
  readonly isMet: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("There is no median of nothing.");
  return middle;
}
