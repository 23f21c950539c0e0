import fc from "fast-check";
import { expect, test } from "vitest";
import { type PatternState, startPatterns } from "./PatternState.ts";
import { readPointerPattern } from "./pointerPattern.ts";

function matches(pattern: string, tokens: readonly string[]): boolean {
  const read = readPointerPattern(pattern);
  if (!read.ok) throw new Error(read.message);
  let state: PatternState<true> = startPatterns([{ segments: read.segments, tag: true }]);
  for (const token of tokens) state = state.step(token);
  return state.tags.length > 0;
}

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
])("%s does not match %j", (pattern, tokens) => {
  expect(matches(pattern, tokens)).toBe(false);
});

test.each([
  ["data/x", 0, /starts with "\/"/],
  ["/a/b~", 4, /"~0" for "~"/],
  ["/a/b*/c", 3, /whole segments/],
  ["/a/***", 3, /whole segments/],
  [`/${"a".repeat(2000)}`, 1000, /at most 1000/],
])("%s is refused with its place and what to write", (pattern, at, message) => {
  expect(readPointerPattern(pattern)).toEqual({ ok: false, at, message: expect.stringMatching(message) });
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
