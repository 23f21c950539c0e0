import fc from "fast-check";
import { expect, test } from "vitest";
import { WordFinder } from "./WordFinder.ts";

function foundIn(text: string, values: readonly string[]): string[] {
  const finder = new WordFinder<string>();
  for (const value of values) finder.add(value, value);
  const found: string[] = [];
  finder.find(text, (start, end) => found.push(`${start} ${text.slice(start, end)}`));
  return found;
}

const isWord = (unit: string | undefined) => unit !== undefined && /[0-9A-Za-z]/.test(unit);
/** Without the signs around it. */
const coreOf = (value: string) => value.replace(/^[^0-9A-Za-z花]+|[^0-9A-Za-z花]+$/g, "");

/** Every place of every value at which no word is cut, by trying them all. */
function expectedIn(text: string, values: readonly string[]): string[] {
  const cores = [...new Set(values.map(coreOf))]
    .filter((core) => core !== "")
    .sort((one, other) => one.length - other.length);
  return [...text].flatMap((_, start) =>
    cores
      .filter((core) => {
        const end = start + core.length;
        const isCut = (index: number) => isWord(text[index - 1]) && isWord(text[index]);
        return text.slice(start, end) === core && !isCut(start) && !isCut(end);
      })
      .map((core) => `${start} ${core}`),
  );
}

test("finds every value at every place as whole words, whatever signs are between them", () => {
  const piece = fc.constantFrom("Ann", "ann", "a", "1", " ", "  ", ".", "@", "-", "花", "b", "\n");
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 6 }), (searched, values) => {
      expect(foundIn(searched, values)).toEqual(expectedIn(searched, values));
    }),
    { numRuns: 2000 },
  );
});

test("many values that begin alike are found in a text of their beginnings", () => {
  const values = Array.from({ length: 1500 }, (_, index) => `a${" x".repeat(index + 1)}`);
  const text = `${"a ".repeat(500_000)}x x, `;
  expect(foundIn(text, values)).toEqual(["999998 a x", "999998 a x x"]);
});

test("of more values at one place than anybody writes the longest is found too", () => {
  const words = Array.from({ length: 120 }, (_, index) => `w${index}`);
  const values = words.map((_, index) => words.slice(0, index + 1).join(" "));
  expect(foundIn(`${values.at(-1)}!`, values)).toContain(`0 ${values.at(-1)}`);
});

test("of many long values that begin alike each is found, whichever was met first", () => {
  const template = Array.from({ length: 200 }, (_, index) => `word${index}`).join(" ");
  const values = Array.from(
    { length: 60 },
    (_, index) => `${template} for person ${"x".repeat(1 + ((index * 7) % 60))}`,
  );
  for (const value of values) expect(foundIn(`${value}.`, values)).toEqual([`0 ${value}`]);
});

test("long values are found to their ends, also one that is the start of another one", () => {
  const long = Array.from({ length: 400 }, (_, index) => `word${index}`).join(" ");
  const values = [long, `${long} and more`, `${long}x`];
  const second = long.length + 2;
  expect(foundIn(`${long}, ${long} and more; ${long}xy; ${long.slice(0, -1)}`, values)).toEqual([
    `0 ${long}`,
    `${second} ${long}`,
    `${second} ${long} and more`,
  ]);
});
