import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { heldUpStart, type Pace, parsePace, schedule } from "./pace.ts";

describe("a pace", () => {
  test.each<[string, Pace]>([
    ["recorded", { kind: "scaled", factor: 1 }],
    [" 2x ", { kind: "scaled", factor: 2 }],
    ["0.5X", { kind: "scaled", factor: 0.5 }],
    ["fast", { kind: "fast" }],
    ["20/s", { kind: "rate", perSecond: 20 }],
  ])("%j is understood", (text, pace) => {
    expect(parsePace(text)).toEqual({ ok: true, pace });
  });

  test.each([
    ["quick", '"quick" is no pace. Write recorded, fast, a factor (2x) or a rate (20/s).'],
    ["", '"" is no pace. Write recorded, fast, a factor (2x) or a rate (20/s).'],
    ["-2x", '"-2x" is no pace. Write recorded, fast, a factor (2x) or a rate (20/s).'],
    ["0x", 'The pace "0x" is out of range: it goes from 0.01x to 1000x.'],
    ["0/s", 'The pace "0/s" is out of range: it goes from 0.01/s to 10000/s.'],
  ])("%j is refused with what would fit", (text, message) => {
    expect(parsePace(text)).toEqual({ ok: false, message });
  });

  test("is understood or refused, whatever the text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parsePace(text);
        expect(parsed.ok || parsed.message.endsWith(".")).toBe(true);
      }),
    );
  });
});

describe("a schedule", () => {
  const times = [
    "2026-01-15T10:00:00.000Z",
    "2026-01-15T10:00:01.000Z",
    "2026-01-15T10:10:01.000Z",
    "2026-01-15T10:10:03.000Z",
  ];
  const offsets = (pace: Pace, maxIdleMs?: number) => [
    ...schedule(times, maxIdleMs === undefined ? { pace } : { pace, maxIdleMs }),
  ];

  test("keeps the recorded gaps, scaled and capped", () => {
    expect(offsets({ kind: "scaled", factor: 1 })).toEqual([0, 1000, 601_000, 603_000]);
    expect(offsets({ kind: "scaled", factor: 2 })).toEqual([0, 500, 300_500, 301_500]);
    expect(offsets({ kind: "scaled", factor: 1 }, 5000)).toEqual([0, 1000, 6000, 8000]);
  });

  test("is even at a rate, and at once as fast as possible", () => {
    expect(offsets({ kind: "rate", perSecond: 4 })).toEqual([0, 250, 500, 750]);
    expect(offsets({ kind: "fast" })).toEqual([0, 0, 0, 0]);
  });

  test("does not wait for a time that cannot be read or goes back", () => {
    const odd = ["2026-01-15T10:00:05.000Z", "yesterday", "2026-01-15T10:00:00.000Z", "2026-01-15T10:00:06.000Z"];
    expect([...schedule(odd, { pace: { kind: "scaled", factor: 1 } })]).toEqual([0, 0, 0, 1000]);
  });

  test("never goes back", () => {
    const anyTimes = fc.array(
      fc.oneof(
        fc.string(),
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      ),
    );
    fc.assert(
      fc.property(anyTimes, (list) => {
        const made = [...schedule(list, { pace: { kind: "scaled", factor: 3 }, maxIdleMs: 1000 })];
        expect(made).toHaveLength(list.length);
        expect(made).toEqual(made.toSorted((one, other) => one - other));
      }),
    );
  });
});

test("what was held up for long moves all that follows it, and a late timer does not", () => {
  const [, second = 0, third = 0] = schedule(["", "", ""], { pace: { kind: "rate", perSecond: 2 } });
  expect(heldUpStart(1000, second, 1540)).toBe(1000);
  const afterAMinute = 61_500;
  expect(heldUpStart(1000, second, afterAMinute) + third - afterAMinute).toBe(400);
});
