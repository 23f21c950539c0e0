import { encodeUtf8 } from "./utf8.ts";

/** What one pass over JSON tells before it is parsed, without recursion. Of what is not JSON the figures mean nothing. */
export interface JsonScan {
  /** How many members all objects have together, as written: repeated names count each time. */
  readonly members: number;
  /** How many objects and lists are open at the deepest place. */
  readonly depth: number;
  /** Bytes of the longest string or name as written, escapes included; it takes no more of them as UTF-8 after its escapes. */
  readonly longestString: number;
  /** Bytes of the longest object or list that opens at the depth asked for. */
  readonly largest: number;
  /** Start and end in the text, in turn, of each number that a JavaScript number would not print back as it was written. */
  readonly inexactNumbers: readonly number[];
  /** Whether each colon follows a string, as in all JSON. */
  readonly hasOnlyStringNames: boolean;
}

const quote = 0x22;
const backslash = 0x5c;

/** Index of the quote that ends the string which starts at `start`; the text's length if none does. */
export function stringEnd(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === quote) return index;
    index += code === backslash ? 2 : 1;
  }
  return text.length;
}

function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 0x30 && code <= 0x39;
}

const [plus, minus, point, zero] = [0x2b, 0x2d, 0x2e, 0x30];

/** Any character that may stand in a number, so that a malformed one is taken as a whole. */
function isNumberPart(code: number | undefined): boolean {
  return isDigit(code) || code === point || code === plus || code === minus || code === 0x45 || code === 0x65;
}

function digitsEnd(json: Uint8Array, start: number): number {
  let index = start;
  while (isDigit(json[index])) index++;
  return index;
}

function numberEnd(json: Uint8Array, start: number): number {
  let index = start;
  while (isNumberPart(json[index])) index++;
  return index;
}

/** Fifteen digits fit any JavaScript number. A fraction that is written so short ends in no zero, and is not so small that it prints with an exponent. */
function isShort(json: Uint8Array, start: number, end: number): boolean {
  if (end - start > 15 || !isDigit(json[start])) return false;
  const whole = digitsEnd(json, start);
  if (whole === end) return true;
  const isFraction = json[whole] === point && digitsEnd(json, whole + 1) === end;
  return isFraction && json[start] !== zero && json[end - 1] !== zero && whole + 1 < end;
}

/** No JavaScript number prints longer. */
const longestPrinted = 30;

/** Of a number that is not short, printing it back is the proof. */
function isPrintedBack(json: Uint8Array, start: number, end: number): boolean {
  if (isShort(json, start, end)) return true;
  if (end - start > longestPrinted) return false;
  const token = String.fromCharCode(...json.subarray(start, end));
  return String(Number(token)) === token;
}

function followsString(json: Uint8Array, colon: number): boolean {
  let index = colon - 1;
  while (index > 0 && (json[index] ?? 0) <= 0x20) index--;
  return json[index] === quote;
}

type Tally = { -readonly [K in keyof JsonScan]: JsonScan[K] } & {
  readonly inexactNumbers: number[];
  open: number;
  sizedFrom: number;
};

function openLevel(tally: Tally, index: number, sizedDepth: number): void {
  tally.open++;
  if (tally.open > tally.depth) tally.depth = tally.open;
  if (tally.open === sizedDepth) tally.sizedFrom = index;
}

function closeLevel(tally: Tally, index: number, sizedDepth: number): void {
  const size = index + 1 - tally.sizedFrom;
  if (tally.open === sizedDepth && size > tally.largest) tally.largest = size;
  tally.open--;
}

/** Answers with the index of the number's last byte. */
function passNumber(tally: Tally, json: Uint8Array, start: number): number {
  const end = numberEnd(json, start);
  if (!isPrintedBack(json, start, end)) tally.inexactNumbers.push(start, end);
  return end - 1;
}

function passString(tally: Tally, json: Uint8Array, start: number): number {
  let end = start + 1;
  while (end < json.length && json[end] !== quote) end += json[end] === backslash ? 2 : 1;
  const length = end - start - 1;
  if (length > tally.longestString) tally.longestString = length;
  return end;
}

function passColon(tally: Tally, json: Uint8Array, index: number): void {
  tally.members++;
  if (json[index - 1] !== quote && !followsString(json, index)) tally.hasOnlyStringNames = false;
}

/** Answers with the index of the token's last byte. */
function passToken(tally: Tally, json: Uint8Array, index: number, sizedDepth: number): number {
  const code = json[index];
  if (code === quote) return passString(tally, json, index);
  if (code === 0x3a) passColon(tally, json, index);
  else if (code === 0x7b || code === 0x5b) openLevel(tally, index, sizedDepth);
  else if (code === 0x7d || code === 0x5d) closeLevel(tally, index, sizedDepth);
  else if (code === minus || isDigit(code)) return passNumber(tally, json, index);
  return index;
}

const byteOrderMark = [0xef, 0xbb, 0xbf];

/** Puts places in the bytes where they are in the text: a character of four bytes is two UTF-16 units, any other is one; a byte order mark is none. */
function placeInText(json: Uint8Array, places: number[]): void {
  let index = 0;
  let units = byteOrderMark.every((byte, at) => json[at] === byte) ? -1 : 0;
  for (const [at, place] of places.entries()) {
    for (; index < place; index++) {
      const byte = json[index] ?? 0;
      const isContinuation = byte >= 0x80 && byte < 0xc0;
      units += byte >= 0xf0 ? 2 : isContinuation ? 0 : 1;
    }
    places[at] = units;
  }
}

/**
 * Scans JSON once, as UTF-8: bytes are read faster than characters, and all that matters here is ASCII. `sizedDepth` asks for the size of what opens at
 * that depth; the outermost object is at 1. Never throws.
 */
export function scanJson(source: Uint8Array | string, sizedDepth = 0): JsonScan {
  const json = typeof source === "string" ? encodeUtf8(source) : source;
  const tally: Tally = {
    members: 0,
    depth: 0,
    longestString: 0,
    largest: 0,
    inexactNumbers: [],
    hasOnlyStringNames: true,
    open: 0,
    sizedFrom: 0,
  };
  for (let index = 0; index < json.length; index++) index = passToken(tally, json, index, sizedDepth);
  placeInText(json, tally.inexactNumbers);
  return tally;
}
