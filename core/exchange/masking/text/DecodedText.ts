import type { Edit } from "./edit.ts";

/** A text as a reader understands it, and where each of its places is in the text as written. */
export interface DecodedText {
  readonly text: string;
  /** Index in the text as written of the unit at an index of the decoded one. */
  writtenIndex(index: number): number;
  /** Writes a text so that it decodes to itself. */
  encode(text: string): string;
}

/** Collects what a decoder reads, escape by escape. */
class Decoding {
  readonly #parts: string[] = [];
  /** Decoded and written index, in turn, of each unit from which on the two run side by side. */
  readonly #marks: number[] = [0, 0];
  #length = 0;

  /** Text that is written as it is. */
  plain(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** Text that is written as something else, which ends before `writtenEnd`. */
  escape(text: string, writtenStart: number, writtenEnd: number): void {
    this.#marks.push(this.#length, writtenStart);
    this.plain(text);
    this.#marks.push(this.#length, writtenEnd);
  }

  done(encode: (text: string) => string): DecodedText {
    const marks = this.#marks;
    return { text: this.#parts.join(""), encode, writtenIndex: (index) => written(marks, index) };
  }
}

/** By halving: an escape of one unit gives two marks, the last of which counts. */
function written(marks: readonly number[], index: number): number {
  let low = 0;
  let high = marks.length / 2;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((marks[middle * 2] ?? 0) <= index) low = middle;
    else high = middle;
  }
  return (marks[low * 2 + 1] ?? 0) + index - (marks[low * 2] ?? 0);
}

const jsonEscape = /\\(?:u[\da-fA-F]{4}|["\\/bfnrt])/g;
const shortEscapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

function readEscape(sequence: string): string {
  const letter = sequence.charAt(1);
  if (letter === "u") return String.fromCharCode(Number.parseInt(sequence.slice(2), 16));
  return shortEscapes[letter] ?? letter;
}

const beyondAscii = /[^\x20-\x7e]/g;

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** What stands between the quotes of a JSON string, or any text with escapes like it. Written back without letters beyond ASCII where it had none. */
export function decodeJsonEscapes(written: string): DecodedText {
  const decoding = new Decoding();
  let read = 0;
  for (const { 0: sequence, index } of written.matchAll(jsonEscape)) {
    decoding.plain(written.slice(read, index));
    read = index + sequence.length;
    decoding.escape(readEscape(sequence), index, read);
  }
  decoding.plain(written.slice(read));
  return decoding.done((text) => {
    const escaped = JSON.stringify(text).slice(1, -1);
    return written.search(beyondAscii) === -1 ? escaped.replace(beyondAscii, unicodeEscape) : escaped;
  });
}

function decodedOctets(octets: string): string | undefined {
  try {
    return decodeURIComponent(octets);
  } catch {
    return undefined;
  }
}

/** Octets that are no UTF-8 stay as written, those of ASCII among them do not. */
function readOctets(decoding: Decoding, octets: string, start: number): void {
  const whole = decodedOctets(octets);
  let at = start;
  const characters = whole ?? octets.match(/.{3}/g) ?? [];
  for (const character of characters) {
    const length =
      whole === undefined ? character.length : encodeURIComponent(character).replace(/[^%]/g, "").length * 3 || 3;
    decoding.escape(whole === undefined ? (decodedOctets(character) ?? character) : character, at, at + length);
    at += length;
  }
}

/** Percent-encoded text; `plusIsSpace` as in forms and most queries. */
export function decodePercent(written: string, plusIsSpace = false): DecodedText {
  const decoding = new Decoding();
  let read = 0;
  for (const { 0: found, index } of written.matchAll(/(?:%[\da-fA-F]{2})+|\+/g)) {
    decoding.plain(written.slice(read, index));
    read = index + found.length;
    if (found === "+") decoding.escape(plusIsSpace ? " " : "+", index, read);
    else readOctets(decoding, found, index);
  }
  decoding.plain(written.slice(read));
  return decoding.done((text) => {
    const encoded = encodeURIComponent(text.toWellFormed());
    return plusIsSpace ? encoded.replaceAll("%20", "+") : encoded;
  });
}

/** Edits of a decoded text as edits of the text as written. */
export function writtenEdits(decoded: DecodedText, edits: readonly Edit[]): Edit[] {
  return edits.map(({ start, end, text, kind }) => ({
    start: decoded.writtenIndex(start),
    end: decoded.writtenIndex(end),
    text: decoded.encode(text),
    kind,
  }));
}
