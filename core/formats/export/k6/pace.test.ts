import fc from "fast-check";
import { expect, test } from "vitest";
import { createPace, type PaceStep } from "./pace.ts";

const start = Date.parse("2026-06-01T12:00:00.000Z");

function paceOf(seconds: readonly number[]): PaceStep[] {
  const pace = createPace();
  for (const second of seconds) pace.add(new Date(start + second * 1000).toISOString());
  return pace.steps();
}

test("a short recording is counted second by second, with the pauses", () => {
  expect(paceOf([0, 0.2, 0.9, 3])).toEqual([
    { seconds: 1, requests: 3 },
    { seconds: 1, requests: 0 },
    { seconds: 1, requests: 0 },
    { seconds: 1, requests: 1 },
  ]);
});

test("a day is told in at most 60 steps", () => {
  const steps = paceOf([0, 60, 86_399]);
  expect(steps.length).toBeLessThanOrEqual(60);
  expect(steps[0]).toEqual({ seconds: 2048, requests: 2 });
  expect(steps.at(-1)).toEqual({ seconds: 2048, requests: 1 });
});

test("every request is counted once, in steps that reach to the last one", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1_000_000 }), { maxLength: 80 }), (gaps) => {
      let second = 0;
      const steps = paceOf(gaps.map((gap) => (second += gap / 100)));
      expect(steps.reduce((sum, { requests }) => sum + requests, 0)).toBe(gaps.length);
      expect(steps.length).toBeLessThanOrEqual(60);
    }),
  );
});

test("times that are none, or run backwards, do not lose a request", () => {
  const pace = createPace();
  for (const at of ["", "2026-06-01T12:00:01Z", "soon", "2026-06-01T11:00:00Z"]) pace.add(at);
  expect(pace.steps()).toEqual([{ seconds: 1, requests: 4 }]);
});
