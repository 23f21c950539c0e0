import { utf8Length } from "../../../json/utf8.ts";
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
  #length = 0;
  /** Decoded and written index, in turn, of each place from which on the two run side by side. */
  readonly #marks: number[] = [0, 0];

  /** Text that is written as it is. */
  plain(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** A character that is written as something else, which ends before `writtenEnd`. */
  escape(text: string, writtenEnd: number): void {
    this.plain(text);
    this.#marks.push(this.#length, writtenEnd);
  }

  done(encode: (text: string) => string): DecodedText {
    const marks = this.#marks;
    return { text: this.#parts.join(""), encode, writtenIndex: (index) => written(marks, index) };
  }
}

/** By halving. */
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

/** What the letter after a backslash stands for, by its code; "u" has digits after it. JSON has no escape for "'", strings in single quotes do. */
const shortEscapes: readonly (string | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  const index = "bfnrt".indexOf(letter);
  return index === -1 ? ("\"\\/'".includes(letter) ? letter : undefined) : "\b\f\n\r\t".charAt(index);
});

const hexDigits = /^[\da-fA-F]{4}$/;
const letterU = 0x75;

/** What the escape that a backslash starts stands for; undefined where it starts none. */
function readEscape(written: string, backslash: number): string | undefined {
  const code = written.charCodeAt(backslash + 1);
  if (code !== letterU) return code < 128 ? shortEscapes[code] : undefined;
  const digits = written.slice(backslash + 2, backslash + 6);
  return hexDigits.test(digits) ? String.fromCharCode(Number.parseInt(digits, 16)) : undefined;
}

const beyondAscii = /[^\x20-\x7e]/g;

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/**
 * What stands between the quotes of a JSON string, or any text with escapes like it. Written back without letters beyond ASCII where it had none, and so that it
 * goes between quotes that are `quote`.
 */
export function decodeJsonEscapes(written: string, quote = '"'): DecodedText {
  let isAscii: boolean | undefined;
  const encode = (text: string): string => {
    isAscii ??= written.search(beyondAscii) === -1;
    const inDouble = JSON.stringify(text).slice(1, -1);
    const escaped = quote === "'" ? inDouble.replaceAll("'", "\\'") : inDouble;
    return isAscii ? escaped.replace(beyondAscii, unicodeEscape) : escaped;
  };
  let backslash = written.indexOf("\\");
  if (backslash === -1) return { text: written, encode, writtenIndex: (index) => index };
  const decoding = new Decoding();
  let read = 0;
  while (backslash !== -1) {
    const escaped = readEscape(written, backslash);
    if (escaped !== undefined) {
      decoding.plain(written.slice(read, backslash));
      read = backslash + (written.charCodeAt(backslash + 1) === letterU ? 6 : 2);
      decoding.escape(escaped, read);
    }
    backslash = written.indexOf("\\", Math.max(read, backslash + 1));
  }
  decoding.plain(written.slice(read));
  return decoding.done(encode);
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
  let end = start;
  const whole = decodedOctets(octets);
  for (const character of whole ?? octets.match(/.{3}/g) ?? []) {
    end += whole === undefined ? 3 : 3 * utf8Length(character);
    decoding.escape(whole === undefined ? (decodedOctets(character) ?? character) : character, end);
  }
}

/** Percent-encoded text; `plusIsSpace` as in forms and most queries. */
export function decodePercent(written: string, plusIsSpace = false): DecodedText {
  const decoding = new Decoding();
  let read = 0;
  for (const { 0: found, index } of written.matchAll(/(?:%[\da-fA-F]{2})+|\+/g)) {
    decoding.plain(written.slice(read, index));
    read = index + found.length;
    if (found === "+") decoding.escape(plusIsSpace ? " " : "+", read);
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
