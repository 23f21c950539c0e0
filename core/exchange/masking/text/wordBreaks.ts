/** What a UTF-16 unit is to words: no part of one, a part of one, or a letter of a script that writes words without spaces between them. */
export type UnitClass = 0 | 1 | 2;

/** Thai, Lao, Burmese, Khmer, kana, Han and Hangul, and the halves of characters beyond them: each unit is a word by itself. */
const unspaced: readonly (readonly [first: number, last: number])[] = [
  [0x0e00, 0x0eff],
  [0x1000, 0x109f],
  [0x1780, 0x17ff],
  [0x3040, 0x30ff],
  [0x3400, 0x9fff],
  [0xac00, 0xdfff],
  [0xf900, 0xfaff],
];

/** Marks and signs beyond ASCII. */
const signs: readonly (readonly [first: number, last: number])[] = [
  [0x80, 0xa9],
  [0xab, 0xb4],
  [0xb6, 0xb9],
  [0xbb, 0xbf],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x2000, 0x2bff],
  [0x3000, 0x303f],
  [0xe000, 0xf8ff],
  [0xfe00, 0xff0f],
  [0xffe0, 0xffff],
];

function isWithin(code: number, ranges: readonly (readonly [first: number, last: number])[]): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last);
}

function classify(code: number): UnitClass {
  if (code < 0x80) return /[0-9A-Za-z]/.test(String.fromCharCode(code)) ? 1 : 0;
  if (isWithin(code, unspaced)) return 2;
  return isWithin(code, signs) ? 0 : 1;
}

/** The class of each code unit: text is classified unit by unit, millions of times. */
export const unitClasses: Readonly<Uint8Array> = Uint8Array.from({ length: 0x10000 }, (_, code) => classify(code));

export function unitClass(code: number): number {
  return unitClasses[code] ?? 0;
}

/** Whether a word goes on across `index`: "Ann" is no word of "Annual". */
export function isInsideWord(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false;
  return unitClass(text.charCodeAt(index - 1)) === 1 && unitClass(text.charCodeAt(index)) === 1;
}

/** End of the word that starts at `start`. */
export function wordEnd(text: string, start: number): number {
  if (unitClass(text.charCodeAt(start)) !== 1) return start + 1;
  let end = start + 1;
  while (end < text.length && unitClass(text.charCodeAt(end)) === 1) end++;
  return end;
}

/** The text from its first to its last word, without the signs around; "" where it has none. */
export function wordCore(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && unitClass(text.charCodeAt(start)) === 0) start++;
  while (end > start && unitClass(text.charCodeAt(end - 1)) === 0) end--;
  return text.slice(start, end);
}
