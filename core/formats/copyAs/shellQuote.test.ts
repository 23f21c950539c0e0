import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { shellQuote } from "./shellQuote.ts";

function printed(words: readonly string[]): string[] {
  const script = `printf '%s\\0' ${words.map(shellQuote).join(" ")}`;
  const { stdout } = spawnSync("sh", ["-c", script], { encoding: "utf8" });
  return stdout.split("\0").slice(0, -1);
}

test("a shell reads back quotes, dollars, backslashes, lines and exclamation marks", () => {
  const words = ["it's", '$HOME `id` \\ "', "two\nlines\r\n", "!!", "", "'''", "-n", "%s", "üñí 🎉"];
  expect(printed(words)).toEqual(words);
});

test("a shell reads back any text", () => {
  const text = fc.string({ unit: "binary" }).map((each) => each.replaceAll("\0", "").toWellFormed());
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), (words) => {
      expect(printed(words)).toEqual(words);
    }),
    { numRuns: 40 },
  );
});
