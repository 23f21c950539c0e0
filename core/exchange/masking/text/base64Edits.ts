import { decodeUtf8 } from "../../../json/utf8.ts";
import { Base64Reader, encodeBase64, utf8Bytes } from "./base64.ts";
import { applyEdits, type Edit } from "./edit.ts";
import { printableRuns } from "./printableRuns.ts";

/** What may be base64: shorter text than this many units holds nothing that is looked for. */
const form = /[A-Za-z0-9+/_-]{8,}={0,2}/g;
/** Base64 may start within a run of such characters ("path/eyJ…"); with one of these units left out it starts at one of its own groups of four. */
export const base64Offsets = [0, 1, 2, 3] as const;
const leastRun = 4;

/** In the alphabet and with the padding of the original. */
function encodeLike(original: string, text: string): string {
  const encoded = encodeBase64(utf8Bytes(text));
  const inAlphabet = /[-_]/.test(original) ? encoded.replaceAll("+", "-").replaceAll("/", "_") : encoded;
  return original.endsWith("=") || original.length % 4 === 0 ? inAlphabet : inAlphabet.replace(/=+$/, "");
}

function wholeEdit(run: string, start: number, textEdits: (text: string) => readonly Edit[]): Edit | undefined {
  const decoded = decodeUtf8(new Base64Reader().read(run));
  if (!decoded.ok) return undefined;
  const edits = textEdits(decoded.text);
  const [first] = edits;
  if (!first) return undefined;
  return {
    start,
    end: start + run.length,
    text: encodeLike(run, applyEdits(decoded.text, edits)),
    kind: first.kind,
  };
}

/** Binary data, or base64 that starts within the run: where it holds a value all of it goes. */
function partEdit(run: string, start: number, textEdits: (text: string) => readonly Edit[]): Edit | undefined {
  const reader = new Base64Reader();
  for (const offset of base64Offsets) {
    for (const { text } of printableRuns(reader.read(run, offset), leastRun)) {
      const [first] = textEdits(text);
      if (first) return { start, end: start + run.length, text: "A".repeat(run.length), kind: first.kind };
    }
  }
  return undefined;
}

/** Edits of the base64 in a text (both alphabets of RFC 4648). `textEdits` makes those of what is decoded. */
export function base64Edits(text: string, textEdits: (text: string) => readonly Edit[]): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: run, index } of text.matchAll(form)) {
    const edit = wholeEdit(run, index, textEdits) ?? partEdit(run, index, textEdits);
    if (edit) edits.push(edit);
  }
  return edits;
}
