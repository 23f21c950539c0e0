import { expect, test } from "vitest";
import { scanJson } from "./scanJson.ts";

test("counts members, depth and the longest string outside of what strings contain", () => {
  const text = '{"a":[{"b":"{\\"c\\":[["}],"long":"0123456789"}';
  expect(scanJson(text)).toMatchObject({ members: 3, depth: 3, longestString: 10, inexactNumbers: [] });
});

test("measures what opens at a depth", () => {
  expect(scanJson('{"a":[{"b":1},{"b":12345}]}', 3).largest).toBe('{"b":12345}'.length);
});

test("finds numbers that would be rounded or printed otherwise, and none in strings", () => {
  const text = '["1.0",1.0,79.48,123456789012345,1234567890123456789]';
  expect(scanJson(text).inexactNumbers).toEqual([7, 10, 33, 52]);
});

test("takes five million open lists in its stride", () => {
  expect(scanJson("[".repeat(5_000_000)).depth).toBe(5_000_000);
});

test.each(['"', '{"a', '"\\', "-", "}}]]", "{1:2}"])("does not fail on %s", (text) => {
  expect(scanJson(text).hasOnlyStringNames).toBe(text !== "{1:2}");
});
