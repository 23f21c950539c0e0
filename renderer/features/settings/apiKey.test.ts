import { expect, test } from "vitest";
import { generateTestKey, isApiKey, testKeyFrom, workbenchTestKey } from "./apiKey.ts";

test("a generated key has the documented form", () => {
  expect(testKeyFrom(new Uint8Array(32).fill(62))).toBe(`ps_test_${"A".repeat(32)}`);
  expect(isApiKey(generateTestKey())).toBe(true);
});

test("the key that the page composes with is well-formed", () => {
  expect(isApiKey(workbenchTestKey)).toBe(true);
  expect(isApiKey("pk_0123456789abcdef")).toBe(false);
  expect(isApiKey(`${workbenchTestKey}0`)).toBe(false);
});
