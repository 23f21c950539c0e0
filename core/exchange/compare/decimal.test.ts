import { expect, test } from "vitest";
import { isJsonNumber, type JsonNumber, parseJson } from "../../json/json.ts";
import { isSameNumber, isWithin } from "./decimal.ts";

function number(text: string): JsonNumber {
  const parsed = parseJson(text);
  if (!parsed.ok || !isJsonNumber(parsed.value)) throw new Error(`${text} is no number.`);
  return parsed.value;
}

test.each([
  ["1.0", "1", true],
  ["10e-1", "1", true],
  ["-0", "0.000", true],
  ["1e400", "10E399", true],
  ["9007199254740993", "9007199254740992", false],
  ["1", "-1", false],
  ["1e99999999999999999999", "1e99999999999999999998", false],
])("%s and %s are one number: %s", (left, right, isSame) => {
  expect(isSameNumber(number(left), number(right))).toBe(isSame);
});

test.each([
  ["0.1", "0.3", 0.2, true],
  ["0.1", "0.30000000000000001", 0.2, false],
  ["9007199254740993", "9007199254740992", 0.5, false],
  ["9007199254740993", "9007199254740992", 1, true],
  ["-1", "1", 2, true],
  ["0", "0.01", 0.01, true],
  ["1e400", "1e401", 1, false],
  ["1e3000", "1", 5, false],
  ["1.0", "1", 0, true],
])("%s and %s at most %d apart: %s", (left, right, tolerance, isNear) => {
  expect(isWithin(number(left), number(right), tolerance)).toBe(isNear);
});
