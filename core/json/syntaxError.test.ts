import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "./json.ts";
import { findSyntaxError } from "./syntaxError.ts";

test.each([
  ["", 0, 1, 1, undefined],
  ['{"a":a}', 5, 1, 6, "a"],
  ['{"a":1,}', 7, 1, 8, "}"],
  ["[1,]", 3, 1, 4, "]"],
  ['{\n  "a": 1\n  "b": 2\n}', 13, 3, 3, '"'],
  ['{"a" 1}', 5, 1, 6, "1"],
  ["[1}", 2, 1, 3, "}"],
  ['{"a":"b', 7, 1, 8, undefined],
  ['["a\nb"]', 3, 1, 4, "\n"],
  ['["a\\x"]', 3, 1, 4, "\\"],
  ["[01]", 2, 1, 3, "1"],
  ["{} {}", 3, 1, 4, "{"],
  ["{'a':1}", 1, 1, 2, "'"],
  ["😀", 0, 1, 1, "😀"],
  ["<html>", 0, 1, 1, "<"],
])("%j stops being JSON at %i", (text, offset, line, column, found) => {
  expect(findSyntaxError(text)).toEqual({ offset, line, column, found });
});

test("what parses has no such place, and what does not has one", () => {
  const texts = fc.oneof(fc.stringMatching(/^[{}[\]:,"\\ 01.e+-]{0,12}$/), fc.json(), fc.string());
  fc.assert(
    fc.property(texts, (text) => {
      expect(findSyntaxError(text) === undefined).toBe(parseJson(text).ok);
    }),
    { numRuns: 2000 },
  );
});

test("five million open lists end at the end", () => {
  expect(findSyntaxError("[".repeat(5_000_000))).toMatchObject({ offset: 5_000_000, found: undefined });
});
