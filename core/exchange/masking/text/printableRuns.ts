/** The part of the Encoding standard used here; Node and browsers have it, TypeScript's language library does not declare it. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

const decoder = new TextDecoder("utf-8");

/** Bytes that a UTF-8 sequence with this first byte has; 0 for a byte that starts none and for control characters. */
function lengthByFirst(byte: number): number {
  if (byte < 0x80) return (byte >= 0x20 && byte !== 0x7f) || (byte >= 0x09 && byte <= 0x0d) ? 1 : 0;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

const lengths = Uint8Array.from({ length: 256 }, (_, byte) => lengthByFirst(byte));

/** Bytes of the character that starts at `index`; 0 where none does that a text would have. */
function characterLength(bytes: Uint8Array, index: number, end: number): number {
  const length = lengths[bytes[index] ?? 0] ?? 0;
  if (length <= 1) return length;
  if (index + length > end) return 0;
  for (let next = index + 1; next < index + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** A stretch of bytes as text: from `start` to before `end`. */
export interface PrintableRun {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Below this, units put together one by one are far cheaper than a call of the decoder. */
const shortRun = 256;

function decode(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > shortRun) return decoder.decode(bytes.subarray(start, end));
  let text = "";
  for (let index = start; index < end; index++) {
    let code = bytes[index] ?? 0;
    if (code >= 0xe0) return decoder.decode(bytes.subarray(start, end));
    if (code >= 0x80) code = ((code & 0x1f) << 6) | ((bytes[++index] ?? 0) & 0x3f);
    text += String.fromCharCode(code);
  }
  return text;
}

/**
 * The stretches of the first `length` bytes that read as UTF-8 text without control characters, of `least` bytes and more: what a person would find in binary
 * data.
 */
export function printableRuns(bytes: Uint8Array, least: number, length = bytes.length): PrintableRun[] {
  const runs: PrintableRun[] = [];
  let start = 0;
  let index = 0;
  while (index < length) {
    const units = characterLength(bytes, index, length);
    if (units > 0) {
      index += units;
      continue;
    }
    if (index - start >= least) runs.push({ start, end: index, text: decode(bytes, start, index) });
    start = ++index;
  }
  if (length - start >= least) runs.push({ start, end: length, text: decode(bytes, start, length) });
  return runs;
}
