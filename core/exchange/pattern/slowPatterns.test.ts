import { expect, test } from "vitest";
import { toPointer } from "../../json/pointer.ts";
import { matchesName } from "../compare/namePattern.ts";
import { parseFilter } from "../filter/parseFilter.ts";
import { matchPointer, startPatterns } from "./PatternState.ts";
import { mostSteps, patternSteps } from "./pointerPattern.ts";

// A matcher that tries every way would not be through with these while the sun shines; one that does not is through at once.

test("a header pattern full of wildcards is told from a long name that nearly fits", () => {
  const pattern = `${"*a".repeat(127)}*b`;
  expect(matchesName(pattern, "a".repeat(100_000))).toBe(false);
  expect(matchesName(pattern, `${"a".repeat(100_000)}b`)).toBe(true);
});

test("many place patterns full of wildcards are told from a deep place that nearly fits", () => {
  const steps = patternSteps("/**/a".repeat(mostSteps / 2));
  const patterns = Array.from({ length: 100 }, (_, tag) => ({ steps, tag }));
  const deep = Array<string>(1000).fill("a");
  expect(matchPointer(startPatterns(patterns), toPointer([...deep, "b"]))).toBe("above");
  const never = { steps: [...steps, ...patternSteps("/b/c")], tag: 0 };
  expect(matchPointer(startPatterns([never]), toPointer(deep))).toBeUndefined();
});

test.each([
  ["digits", `duration:${"1".repeat(50_000)}x`],
  ["quotes", '"'.repeat(50_001)],
  ["keys", "status:4xx ".repeat(5000)],
  ["signs", "-".repeat(50_000)],
  ["spaces", `${" ".repeat(50_000)}x${" ".repeat(50_000)}:`],
])("a filter of tens of thousands of %s is read or refused", (_what, text) => {
  const parsed = parseFilter(text);
  if (!parsed.ok) expect(parsed.message).not.toBe("");
});
