import { expect, test } from "vitest";
import { dryRun } from "./dryRun.ts";

/** One request every `everyMs` milliseconds. */
function evenly(count: number, everyMs: number): string[] {
  return Array.from({ length: count }, (_item, index) => new Date(index * everyMs).toISOString());
}

const recorded = { kind: "scaled", factor: 1 } as const;

test("within the limit, a replay takes as long as recorded", () => {
  expect(dryRun(evenly(601, 100), { pace: recorded, perMinute: 700 })).toEqual({
    requests: 601,
    durationMs: 60_000,
    durationWithinLimitMs: 60_000,
    busiestMinute: 600,
    overLimit: 0,
    firstOver: null,
  });
});

test("past the limit, it tells the first request that is over and how long keeping to it takes", () => {
  const plan = dryRun(evenly(1500, 50), { pace: recorded, perMinute: 700 });
  expect(plan).toEqual({
    requests: 1500,
    durationMs: 74_950,
    durationWithinLimitMs: 120_000 + 99 * 50,
    busiestMinute: 1200,
    overLimit: 500,
    firstOver: { request: 701, offsetMs: 35_000, minute: 1 },
  });
});

test("as fast as possible, all are in the first minute, and the limit sets the time", () => {
  const plan = dryRun(evenly(1500, 50), { pace: { kind: "fast" }, perMinute: 700 });
  expect(plan).toMatchObject({ durationMs: 0, durationWithinLimitMs: 120_000, busiestMinute: 1500, overLimit: 800 });
  expect(plan.firstOver).toEqual({ request: 701, offsetMs: 0, minute: 1 });
});

test("without a limit nothing is over", () => {
  const plan = dryRun(evenly(1500, 50), { pace: { kind: "rate", perSecond: 100 }, perMinute: null });
  expect(plan).toMatchObject({ durationMs: 14_990, durationWithinLimitMs: 14_990, overLimit: 0, firstOver: null });
});

test("of nothing is nothing", () => {
  expect(dryRun([], { pace: recorded, perMinute: 700 })).toMatchObject({
    requests: 0,
    durationMs: 0,
    busiestMinute: 0,
  });
});
