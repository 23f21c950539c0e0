import { expect, test } from "vitest";
import { bytesText, countText, dayText, durationText, timeText } from "./quantityText.ts";

test("durations keep the digits that matter", () => {
  expect([0.62, 4, 9.96, 61.4, 1250].map(durationText)).toEqual(["0.6 ms", "4 ms", "10 ms", "61 ms", "1.3 s"]);
});

test("sizes are said in the unit that fits", () => {
  expect([840, 1130, 5 * 1024 * 1024].map(bytesText)).toEqual(["840 B", "1.1 KB", "5.0 MB"]);
});

test("one is singular", () => {
  expect([countText(1, "item"), countText(1000, "item"), countText(2, "query", "queries")]).toEqual([
    "1 item",
    "1,000 items",
    "2 queries",
  ]);
});

test("a time of another day says which, and one of another year names that", () => {
  const now = new Date(2026, 1, 3, 12);
  const at = (...parts: [number, number, number]): string => new Date(...parts, 10, 31, 2).toISOString();
  expect([at(2026, 1, 3), at(2026, 0, 9), at(2025, 0, 9)].map((moment) => dayText(moment, now))).toEqual([
    "10:31",
    "Jan 9",
    "Jan 9, 2025",
  ]);
  expect([at(2026, 1, 3), at(2025, 0, 9)].map((moment) => timeText(moment, now))).toEqual([
    "10:31:02",
    "Jan 9, 2025, 10:31:02",
  ]);
});
