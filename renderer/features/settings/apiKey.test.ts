import { expect, test } from "vitest";
import { generateTestKey, isApiKey, testKeyFrom } from "./apiKey.ts";

test("a generated key has the documented form", () => {
  expect(testKeyFrom(new Uint8Array(32).fill(62))).toBe(`ps_test_${"A".repeat(32)}`);
  expect(isApiKey(generateTestKey())).toBe(true);
});

test("only a whole key of the documented form is one", () => {
  expect(isApiKey("pk_0123456789abcdef")).toBe(false);
  expect(isApiKey(`ps_test_${"a".repeat(33)}`)).toBe(false);
});
