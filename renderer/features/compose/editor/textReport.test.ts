import { afterEach, expect, test, vi } from "vitest";
import { createTextReport } from "./textReport.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("keys that follow one another are reported once, with the last text", () => {
  vi.useFakeTimers();
  const report = createTextReport();
  const heard: string[] = [];
  report.later(
    () => "a",
    (text) => heard.push(text),
  );
  report.later(
    () => "ab",
    (text) => heard.push(text),
  );
  expect(heard).toEqual([]);
  vi.runAllTimers();
  expect(heard).toEqual(["ab"]);
  expect(report.isKnown("ab")).toBe(true);
});

test("what waits can be reported at once, or forgotten", () => {
  vi.useFakeTimers();
  const report = createTextReport();
  const heard: string[] = [];
  report.later(
    () => "a",
    (text) => heard.push(text),
  );
  report.flush();
  report.later(
    () => "b",
    (text) => heard.push(text),
  );
  report.cancel();
  vi.runAllTimers();
  expect(heard).toEqual(["a"]);
});
