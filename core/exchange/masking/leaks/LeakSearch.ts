import type { MaskedKind } from "../maskedKinds.ts";
import { eachBase64Run } from "../text/base64.ts";
import { base64Readings, shortestBase64 } from "../text/base64Readings.ts";
import { decodeJsonEscapes, decodePercent } from "../text/DecodedText.ts";
import { emailSpans } from "../text/emailSpans.ts";
import { type OnFound, WordFinder } from "../text/WordFinder.ts";

/** How many encodings within each other are looked through: as many as an export of a record with JSON in a JSON string has, and one more. */
const mostLayers = 4;

/** Longer originals are looked for by their start. */
export const longestLookedFor = 1000;

/** Finds originals in a text in all spellings. Places are those of the text as written; of what is in base64 nearly so. */
export class LeakSearch {
  /** Length of the longest original in UTF-16 units. */
  longest = 0;
  readonly #words = new WordFinder<MaskedKind>();
  readonly #emails = new Set<string>();

  add(kind: MaskedKind, value: string): void {
    const start = value.slice(0, longestLookedFor);
    this.longest = Math.max(this.longest, start.length);
    this.#words.add(start, kind);
    if (kind === "email") this.#emails.add(value.toLowerCase());
  }

  find(text: string, onFound: OnFound<MaskedKind>, layer = 0): void {
    this.#words.find(text, onFound);
    this.#findEmails(text, onFound);
    if (layer >= mostLayers) return;
    let isDecoded = false;
    for (const [mark, decode] of decoders) {
      if (!text.includes(mark)) continue;
      const decoded = decode(text);
      if (decoded.text === text) continue;
      isDecoded = true;
      const onDecoded: OnFound<MaskedKind> = (start, end, kind) =>
        onFound(decoded.writtenIndex(start), decoded.writtenIndex(end), kind);
      this.find(decoded.text, onDecoded, layer + 1);
    }
    // Base64 has no escapes: whatever is in it is in the decoded text as well.
    if (!isDecoded) this.#findBase64(text, onFound, layer);
  }

  /** An address may have more before it that could be part of one. */
  #findEmails(text: string, onFound: OnFound<MaskedKind>): void {
    if (this.#emails.size === 0) return;
    for (const { start, end } of emailSpans(text)) {
      const address = text.slice(start, end).toLowerCase();
      for (let from = 0; from !== -1; from = nextPart(address, from)) {
        if (this.#emails.has(address.slice(from))) onFound(start + from, end, "email");
      }
    }
  }

  #findBase64(text: string, onFound: OnFound<MaskedKind>, layer: number): void {
    eachBase64Run(text, shortestBase64, (runStart, runEnd) => {
      for (const { offset, runs } of base64Readings(text.slice(runStart, runEnd))) {
        const from = runStart + offset;
        // Text that reads as base64 at every offset, again and again, is made to be slow: it counts as two layers.
        for (const { start: byte, text: decoded } of runs) {
          // Four units for three bytes; letters beyond ASCII make it a little less, which is near enough to find the place.
          const unitOf = (at: number): number => from + Math.floor(((byte + at) * 4) / 3);
          const onDecoded: OnFound<MaskedKind> = (start, end, kind) => onFound(unitOf(start), unitOf(end), kind);
          if (decoded.length < leastLayered) this.#words.find(decoded, onDecoded);
          else this.find(decoded, onDecoded, layer + (offset === 0 ? 1 : 2));
        }
      }
    });
  }
}

/** Shorter text has no room for an address or for another encoding. */
const leastLayered = 6;

const decoders = [
  ["\\", decodeJsonEscapes],
  ["%", decodePercent],
] as const;

/** Start of what follows the next sign in the part before the "@"; -1 when there is none. */
function nextPart(address: string, from: number): number {
  for (let index = from; address.charAt(index) !== "@" && index < address.length; index++) {
    if (/[.+'%-]/.test(address.charAt(index))) return index + 1;
  }
  return -1;
}
