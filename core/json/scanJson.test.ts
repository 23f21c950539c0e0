import { expect, test } from "vitest";
import { scanJson } from "./scanJson.ts";
import { encodeUtf8 } from "./utf8.ts";

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

test("tells where a number is in the text, whatever bytes stand before it", () => {
  const text = '["é","€","😀",1.0]';
  const place = [text.indexOf("1.0"), text.indexOf("1.0") + 3];
  expect(scanJson(text).inexactNumbers).toEqual(place);
  expect(scanJson(encodeUtf8(`\ufeff${text}`)).inexactNumbers).toEqual(place);
});

test("takes five million open lists in its stride", () => {
  expect(scanJson("[".repeat(5_000_000)).depth).toBe(5_000_000);
});

test.each(['"', '{"a', '"\\', "-", "}}]]", "{1:2}"])("does not fail on %s", (text) => {
  expect(scanJson(text).hasOnlyStringNames).toBe(text !== "{1:2}");
});
