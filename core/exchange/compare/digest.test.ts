import { expect, test } from "vitest";
import { digest } from "./digest.ts";

test("texts that differ, or are split differently, have digests of their own", () => {
  const counted = Array.from({ length: 20_000 }, (_item, index) => digest([`jane${index}@example.com`]));
  expect(new Set(counted).size).toBe(20_000);
  expect(digest(["ab", "c"])).not.toBe(digest(["a", "bc"]));
  expect(digest([])).not.toBe(digest([""]));
  expect(digest(["é", "\u{1f600}"])).toBe(digest(["é", "\u{1f600}"]));
  expect(digest(["x"])).toMatch(/^[0-9a-f]{16}$/);
});
