import type { Draw } from "./Draw.ts";

const vowels = "aeiou";
const consonants = "bdfgklmnprstvz";
const hexLetters = "abcdef";

/** Letters of other scripts, by range: a pseudonym takes from the range of the original. Ranges that mix cases list each case by itself. */
const scripts: readonly (readonly [first: number, last: number])[] = [
  [0xe0, 0xf6],
  [0xc0, 0xd6],
  [0x3b1, 0x3c9],
  [0x391, 0x3a1],
  [0x430, 0x44f],
  [0x410, 0x42f],
  [0x561, 0x586],
  [0x531, 0x556],
  [0x5d0, 0x5ea],
  [0x627, 0x63a],
  [0x905, 0x939],
  [0xe01, 0xe2e],
  [0x10d0, 0x10f0],
  [0x3041, 0x3093],
  [0x30a1, 0x30f3],
  [0x4e00, 0x9fa5],
  [0xac00, 0xd7a3],
];

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
/** Where a UUID tells its version and variant. */
const uuidMarks: ReadonlySet<number> = new Set([14, 19]);

function otherLetter(character: string, draw: Draw): string {
  const code = character.codePointAt(0) ?? 0;
  const range = scripts.find(([first, last]) => code >= first && code <= last);
  if (range) return String.fromCodePoint(range[0] + draw.below(range[1] - range[0] + 1));
  if (/\p{N}/u.test(character)) return "0";
  return /\p{Lu}/u.test(character) ? "X" : "x";
}

function letterLike(letter: string, isHex: boolean, draw: Draw): string {
  const small = letter.toLowerCase();
  const choices = isHex ? hexLetters : vowels.includes(small) ? vowels : consonants;
  const other = draw.pick(choices) ?? small;
  return letter === small ? other : other.toUpperCase();
}

/** A number keeps its digits' count also for a reader that drops zeros before it: the first digit stays zero or stays above it. */
function digitLike(digit: string, isFirst: boolean, draw: Draw): string {
  if (!isFirst) return String(draw.below(10));
  return digit === "0" ? "0" : String(1 + draw.below(9));
}

/**
 * Text of the same shape: a letter for a letter of the same case and script, a vowel for a vowel, a digit for a digit; all else stays. Hexadecimal text stays
 * hexadecimal, a UUID keeps its version.
 */
export function shapePseudonym(value: string, draw: Draw): string {
  const isUuid = uuid.test(value);
  const isHex = isUuid || (/^[\da-f_-]+$/i.test(value) && /\d/.test(value));
  let shaped = "";
  let before = "";
  for (const character of value) {
    if (isUuid && uuidMarks.has(shaped.length)) shaped += character;
    else if (/[0-9]/.test(character)) shaped += digitLike(character, !/[0-9]/.test(before), draw);
    else if (/[A-Za-z]/.test(character)) shaped += letterLike(character, isHex, draw);
    else shaped += /[\p{L}\p{N}]/u.test(character) ? otherLetter(character, draw) : character;
    before = character;
  }
  return shaped;
}

/** Letters of `other` in the case of those of `original` at the same places; the two have one length, as a shape pseudonym has. */
export function inLetterCaseOf(original: string, other: string): string {
  const letters = [...original];
  return [...other]
    .map((letter, index) => {
      const model = letters[index] ?? "";
      const capital = letter.toUpperCase();
      return model !== model.toLowerCase() && capital.length === letter.length ? capital : letter;
    })
    .join("");
}
