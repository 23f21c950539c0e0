import { describe, expect, test } from "vitest";
import { matchesName, namePatternFault } from "./namePattern.ts";

describe("a name pattern", () => {
  test.each([
    ["date", "Date", true],
    ["ratelimit-*", "RateLimit-Reset", true],
    ["*-id", "x-request-id", true],
    ["x-*-id", "x-id", false],
    ["*", "anything", true],
    ["a*b*c", "aXbYbc", true],
    ["a*b*c", "aXbY", false],
  ])("%s meets %s: %s", (pattern, name, matches) => {
    expect(matchesName(pattern, name)).toBe(matches);
  });

  test("that is no header name is refused", () => {
    expect(namePatternFault("two words")).toBe(
      'is no header name. Write a name like "date", with "*" for any characters: "ratelimit-*"',
    );
    expect(namePatternFault("x-*")).toBeUndefined();
  });
});
