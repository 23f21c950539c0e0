import fc from "fast-check";
import { expect, test } from "vitest";
import { toPointer } from "../../json/pointer.ts";
import { matchPointer, startPatterns } from "./PatternState.ts";
import { patternSegment, patternSteps, readPointerPattern } from "./pointerPattern.ts";

function match(pattern: string, tokens: readonly string[]): "at" | "above" | undefined {
  return matchPointer(startPatterns([{ steps: patternSteps(pattern), tag: true }]), toPointer(tokens));
}

const matches = (pattern: string, tokens: readonly string[]) => match(pattern, tokens) === "at";

test.each([
  ["", []],
  ["/a", ["a"]],
  ["/a/*/c", ["a", "0", "c"]],
  ["/**/c", ["c"]],
  ["/**/c", ["a", "b", "c"]],
  ["/a/**", ["a"]],
  ["/a/**/b/**/c", ["a", "b", "b", "x", "c"]],
  ["/a~1b/~0", ["a/b", "~"]],
  ["/__proto__", ["__proto__"]],
  ["/", [""]],
  ["/~2", ["*"]],
  ["/a~2b", ["a*b"]],
])("%s matches %j", (pattern, tokens) => {
  expect(matches(pattern, tokens)).toBe(true);
});

test.each([
  ["/a", []],
  ["/a", ["a", "b"]],
  ["/a/*/c", ["a", "c"]],
  ["/**/c", ["c", "d"]],
  ["/*", ["a", "b"]],
  ["/a", ["__proto__"]],
  ["/~2", ["x"]],
])("%s does not match %j", (pattern, tokens) => {
  expect(matches(pattern, tokens)).toBe(false);
});

test.each([
  ["data/x", 0, /starts with "\/"/],
  ["/a/b~", 4, /"~0" for "~"/],
  ["/a~3b", 2, /"~2" for "\*"/],
  ["/a/b*/c", 3, /whole segments/],
  ["/a/***", 3, /whole segments/],
  ["/a".repeat(65), 128, /at most 64 segments/],
])("%s is refused with its place and what to write", (pattern, at, message) => {
  expect(readPointerPattern(pattern)).toEqual({ ok: false, at, message: expect.stringMatching(message) });
});

test.each([
  ["/data", ["data", "id"], "above"],
  ["", ["data"], "above"],
  ["/**/id", ["data", "id", "deep"], "above"],
  ["/data", ["data"], "at"],
  ["/data/id", ["data"], undefined],
])("%s meets %j: %s", (pattern, tokens, how) => {
  expect(match(pattern, tokens)).toBe(how);
});

test("a pattern made of the names of a place matches it and no other", () => {
  const names = fc.array(fc.oneof(fc.string(), fc.constantFrom("*", "**", "a*", "~", "/", "~2", "__proto__")));
  fc.assert(
    fc.property(names, names, (one, other) => {
      const pattern = one.map((name) => `/${patternSegment(name)}`).join("");
      expect(matches(pattern, one)).toBe(true);
      expect(matches(pattern, other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});

test("many wildcards meet a deep pointer without more work than its length", () => {
  expect(match(`${"/**/a".repeat(30)}/b`, Array<string>(20_000).fill("a"))).toBeUndefined();
});

test("patterns match as the plain definition does", () => {
  const segment = fc.constantFrom("a", "b", "*", "**");
  const token = fc.constantFrom("a", "b", "c");
  const isMatch = (segments: readonly string[], tokens: readonly string[]): boolean => {
    const [segment, ...rest] = segments;
    if (segment === undefined) return tokens.length === 0;
    if (segment === "**") return isMatch(rest, tokens) || (tokens.length > 0 && isMatch(segments, tokens.slice(1)));
    return tokens.length > 0 && (segment === "*" || segment === tokens[0]) && isMatch(rest, tokens.slice(1));
  };
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 6 }), fc.array(token, { maxLength: 6 }), (segments, tokens) => {
      expect(matches(segments.map((one) => `/${one}`).join(""), tokens)).toBe(isMatch(segments, tokens));
    }),
  );
});
