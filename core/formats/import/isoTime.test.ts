import { expect, test } from "vitest";
import { isoTime } from "./isoTime.ts";

test("a time becomes UTC with milliseconds; one without a zone is taken as UTC", () => {
  expect(isoTime("2026-07-15T12:00:00+02:00")).toBe("2026-07-15T10:00:00.000Z");
  expect(isoTime("2026-07-15T12:00:00.1234567Z")).toBe("2026-07-15T12:00:00.123Z");
  expect(isoTime("2026-07-15T12:00")).toBe("2026-07-15T12:00:00.000Z");
});

test("what is no ISO time, or no time of any calendar, is none", () => {
  expect(["", "15 July 2026", "2026-13-45T99:00:00Z", "2026-07-15", undefined, null].map(isoTime)).toEqual(
    Array.from({ length: 6 }, () => undefined),
  );
});
