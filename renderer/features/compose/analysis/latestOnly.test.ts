import { expect, test } from "vitest";
import { latestOnly } from "./latestOnly.ts";

test("while work is under way only the newest waits", () => {
  const started: number[] = [];
  const queue = latestOnly<number>((input) => started.push(input));
  for (const input of [1, 2, 3]) queue.ask(input);
  expect(started).toEqual([1]);
  queue.done();
  expect(started).toEqual([1, 3]);
  queue.done();
  queue.ask(4);
  expect(started).toEqual([1, 3, 4]);
});
