/** What one pass over JSON text tells before it is parsed, without recursion. Of text that is not JSON the figures mean nothing. */
export interface JsonScan {
  /** How many members all objects have together, as written: repeated names count each time. */
  readonly members: number;
  /** How many objects and lists are open at the deepest place. */
  readonly depth: number;
  /** Length of the longest string or name as written, escapes included, in UTF-16 units. */
  readonly longestString: number;
  /** Length of the longest object or list that opens at the depth asked for, in UTF-16 units. */
  readonly largest: number;
  /** Start and end, in turn, of each number that a JavaScript number would not print back as it was written. */
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

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Any character that may stand in a number, so that a malformed one is taken as a whole. */
function isNumberPart(code: number): boolean {
  return isDigit(code) || code === 0x2e || code === 0x2b || code === 0x2d || code === 0x45 || code === 0x65;
}

function digitsEnd(text: string, start: number): number {
  let index = start;
  while (isDigit(text.charCodeAt(index))) index++;
  return index;
}

function numberEnd(text: string, start: number): number {
  let index = start;
  while (isNumberPart(text.charCodeAt(index))) index++;
  return index;
}

/** Fifteen digits fit any JavaScript number; past that, printing it back is the proof. */
function isPrintedBack(text: string, start: number, end: number): boolean {
  const isShortWhole = end - start <= 15 && isDigit(text.charCodeAt(start)) && digitsEnd(text, start) === end;
  if (isShortWhole) return true;
  const token = text.slice(start, end);
  return String(Number(token)) === token;
}

function followsString(text: string, colon: number): boolean {
  let index = colon - 1;
  while (index > 0 && text.charCodeAt(index) <= 0x20) index--;
  return text.charCodeAt(index) === quote;
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

/** Answers with the index of the number's last character. */
function passNumber(tally: Tally, text: string, start: number): number {
  const end = numberEnd(text, start);
  if (!isPrintedBack(text, start, end)) tally.inexactNumbers.push(start, end);
  return end - 1;
}

function passString(tally: Tally, text: string, start: number): number {
  const end = stringEnd(text, start);
  const length = end - start - 1;
  if (length > tally.longestString) tally.longestString = length;
  return end;
}

function passColon(tally: Tally, text: string, index: number): void {
  tally.members++;
  if (text.charCodeAt(index - 1) !== quote && !followsString(text, index)) tally.hasOnlyStringNames = false;
}

/** Scans JSON text once. `sizedDepth` asks for the size of what opens at that depth; the outermost object is at 1. Never throws. */
export function scanJson(text: string, sizedDepth = 0): JsonScan {
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
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === quote) index = passString(tally, text, index);
    else if (code === 0x3a) passColon(tally, text, index);
    else if (code === 0x7b || code === 0x5b) openLevel(tally, index, sizedDepth);
    else if (code === 0x7d || code === 0x5d) closeLevel(tally, index, sizedDepth);
    else if (code === 0x2d || isDigit(code)) index = passNumber(tally, text, index);
  }
  return tally;
}
