import { expect, test } from "vitest";
import { hasSameShape, isoTimeMs, shapeOf } from "./shapes.ts";

test.each([
  ["0190f3a2-1b2c-7d3e-8f40-123456789abc", "uuid"],
  ["01GDDKASAP8TKDDA2GRZDSVP4H", "ulid"],
  ["evt_0mhq3k2xy1a2b3c4d5e6f", "event id"],
  ["prof_1", "profile id"],
  ["job_0190f3a2", "job id"],
  ["2026-01-15T10:31:02.000Z", "time"],
  ["2026-01-15 10:31:02+02:00", "time"],
  ["2026-13-15T10:31:02Z", undefined],
  ["Placed Order", undefined],
  ["", undefined],
])("%j is of the shape %s", (text, shape) => {
  expect(shapeOf(text)).toBe(shape);
});

test.each([
  ["evt_1", "evt_22", true],
  ["evt_1", "prof_1", false],
  ["http://127.0.0.1:8020/api/profiles/prof_1/", "https://compat.example.com/api/profiles/prof_2/", true],
  ["http://127.0.0.1:8020/api/profiles/prof_1/", "http://127.0.0.1:8020/api/events/prof_1/", false],
  ["/api/profiles/prof_1/lists/", "/api/profiles/prof_2/lists/", true],
  ["/api/profiles/prof_1/", "/api/profiles/prof_2", false],
  ["jane", "joan", false],
])("%s and %s have one shape: %s", (left, right, isSame) => {
  expect(hasSameShape(left, right)).toBe(isSame);
});

test("a time is an instant, in UTC where it names no zone", () => {
  expect(isoTimeMs("2026-01-15T10:31:02+0200")).toBe(Date.UTC(2026, 0, 15, 8, 31, 2));
  expect(isoTimeMs("2026-01-15T10:31:02")).toBe(Date.UTC(2026, 0, 15, 10, 31, 2));
});
