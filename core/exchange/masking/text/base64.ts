import { type PrintableRun, printableRuns } from "./printableRuns.ts";

/** The part of the Encoding standard used here; Node and browsers have it, TypeScript's language library does not declare it. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const none = 64;

/** Value of each unit; both alphabets of RFC 4648 are read. One for every unit there can be: to look beyond the end of a table costs far more than to look into it. */
const values = new Uint8Array(0x10000).fill(none);
for (const [value, unit] of [...alphabet, ..."-_"].entries())
  values[unit.charCodeAt(0)] = value < none ? value : value - 2;

/** The bytes of the last text that was read. They are overwritten by the next: base64 is read for nearly every word, and room for each costs more than reading. */
let scratch = new Uint8Array(256);

/** Reads the units from `start` to before `end` into `bytes`, up to the first that is no base64; answers with how many whole bytes they make. */
function readInto(bytes: Uint8Array, text: string, start: number, end: number): number {
  let length = 0;
  let bits = 0;
  let buffer = 0;
  for (let index = start; index < end; index++) {
    const value = values[text.charCodeAt(index)] ?? none;
    if (value === none) break;
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (buffer >> bits) & 0xff;
  }
  return length;
}

/** The bytes that base64 stands for, up to the first unit that is none. */
export function decodeBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  return bytes.subarray(0, readInto(bytes, text, 0, text.length));
}

/** A piece of base64 as bytes: how many there are, and the stretches of them that a person could read. */
export interface ReadBase64 {
  readonly length: number;
  readonly runs: readonly PrintableRun[];
}

/** Reads the units of a text from `start` to before `end` as base64. Stretches of fewer than `least` bytes are left out. */
export function readBase64(text: string, start: number, end: number, least: number): ReadBase64 {
  if (scratch.length < end - start) scratch = new Uint8Array((end - start) * 2);
  const length = readInto(scratch, text, start, end);
  return { length, runs: printableRuns(scratch, least, length) };
}

/** Start of a run of units that may be base64, and the index after its last; padding is no part of it. */
export type OnRun = (start: number, end: number) => void;

/** Calls back for each run of at least `least` units of the two alphabets. */
export function eachBase64Run(text: string, least: number, onRun: OnRun): void {
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    if (values[text.charCodeAt(index)] !== none) continue;
    if (index - start >= least) onRun(start, index);
    start = index + 1;
  }
  if (text.length - start >= least) onRun(start, text.length);
}

/** Base64 with padding, in the standard alphabet. */
export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let index = 0; index < bytes.length; index += 3) {
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    const units = [18, 12, 6, 0].map((shift) => alphabet.charAt((group >> shift) & 63));
    const count = Math.min(3, bytes.length - index) + 1;
    parts.push(units.slice(0, count).join(""), "=".repeat(4 - count));
  }
  return parts.join("");
}

export function utf8Bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
