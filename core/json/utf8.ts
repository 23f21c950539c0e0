/** The parts of the Encoding standard used here; Node and browsers have them, TypeScript's language library does not declare them. */
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean },
) => {
  decode(bytes: Uint8Array, options?: { stream: boolean }): string;
};
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

export type DecodedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly offset: number };

const strict = new TextDecoder("utf-8", { fatal: true });
const encoder = new TextEncoder();

/** A decoder that is told of more to come accepts a sequence cut short by the end. */
function isValidStart(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Length of the longest valid start, by halving: the decoder does not tell where it gave up. */
function validLength(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >>> 1;
    if (isValidStart(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

/** Decodes UTF-8 without replacing anything. `offset` is where the first byte stands that is none. A byte order mark is dropped (RFC 8259 lets a reader). */
export function decodeUtf8(bytes: Uint8Array): DecodedText {
  try {
    return { ok: true, text: strict.decode(bytes) };
  } catch {
    return { ok: false, offset: validLength(bytes) };
  }
}

/** A text as UTF-8. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** How many bytes a text takes as UTF-8. */
export function utf8Length(text: string): number {
  return encodeUtf8(text).length;
}

const mostBytesPerUnit = 3;

/** Whether a text of this many UTF-16 units could take more than `limit` bytes as UTF-8: a cheap question before the exact one. */
export function mayTakeMoreBytes(units: number, limit: number): boolean {
  return units * mostBytesPerUnit > limit;
}
