import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toPointer } from "../../json/pointer.ts";
import { compilePattern, matchPattern, patternFault, patternSegment } from "./pointerPattern.ts";

describe("a pointer pattern", () => {
  test.each([
    ["/data/id", "/data/id", "at"],
    ["/data/id", "/data/ids", undefined],
    ["/data", "/data/id", "above"],
    ["", "", "at"],
    ["", "/data", "above"],
    ["/errors/*/id", "/errors/0/id", "at"],
    ["/errors/*/id", "/errors/id", undefined],
    ["/**/id", "/id", "at"],
    ["/**/id", "/data/attributes/profile/data/id", "at"],
    ["/**/id", "/data/id/deep", "above"],
    ["/a/**", "/a", "at"],
    ["/a/**/b/**/c", "/a/x/b/y/b/c", "at"],
    ["/a~1b/~0", "/a~1b/~0", "at"],
    ["/~2", "/*", "at"],
    ["/~2", "/x", undefined],
    ["/__proto__/*", "/__proto__/a", "at"],
  ])("%s meets %s: %s", (pattern, pointer, match) => {
    expect(matchPattern(compilePattern(pattern), pointer)).toBe(match);
  });

  test("made of the names of a place matches it and no other", () => {
    const names = fc.array(fc.oneof(fc.string(), fc.constantFrom("*", "**", "~", "/", "~2", "__proto__")));
    fc.assert(
      fc.property(names, names, (one, other) => {
        const pattern = compilePattern(one.map((name) => `/${patternSegment(name)}`).join(""));
        expect(matchPattern(pattern, toPointer(one))).toBe("at");
        expect(matchPattern(pattern, toPointer(other)) === "at").toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  test("with many wildcards meets a deep pointer in good time", () => {
    const pattern = compilePattern(`${"/**/a".repeat(30)}/b`);
    expect(matchPattern(pattern, "/a".repeat(20_000))).toBeUndefined();
  });

  test.each([
    ["data/id", 'does not start with "/". Write it like "/data/*/id"'],
    ["/a~b", 'has a "~" that is not part of "~0", "~1" or "~2". Write "~0" for it'],
    ["/a".repeat(65), "has more than 64 segments"],
  ])("%s is refused with what to write", (pattern, fault) => {
    expect(patternFault(pattern)).toBe(fault);
  });
});
