import { eachBase64Run, encodeBase64, utf8Bytes } from "./base64.ts";
import { type Base64Reading, base64Readings, shortestBase64 } from "./base64Readings.ts";
import { applyEdits, type Edit } from "./edit.ts";

type TextEdits = (text: string) => readonly Edit[];

/** In the alphabet and with the padding of the original. */
function encodeLike(original: string, text: string): string {
  const encoded = encodeBase64(utf8Bytes(text));
  const inAlphabet = /[-_]/.test(original) ? encoded.replaceAll("+", "-").replaceAll("/", "_") : encoded;
  return original.endsWith("=") || original.length % 4 === 0 ? inAlphabet : inAlphabet.replace(/=+$/, "");
}

type Replacement = Pick<Edit, "text" | "kind">;

/** A run that is text all through: that text with its edits. One that is binary, or within which base64 starts: where it holds a value all of it goes. */
function replacementBy(reading: Base64Reading, run: string, textEdits: TextEdits): Replacement | undefined {
  const edited = reading.runs.map(({ text }) => ({ text, edits: textEdits(text) }));
  const found = edited.find(({ edits }) => edits.length > 0);
  const [first] = found?.edits ?? [];
  if (!found || !first) return undefined;
  const isWhole = reading.isText && reading.offset === 0;
  const text = isWhole ? encodeLike(run, applyEdits(found.text, found.edits)) : "A".repeat(run.length);
  return { text, kind: first.kind };
}

/** All readings are looked through also when one has a value: a pass learns what is in the others. */
function replacement(run: string, textEdits: TextEdits): Replacement | undefined {
  let found: Replacement | undefined;
  for (const reading of base64Readings(run)) {
    const other = replacementBy(reading, run, textEdits);
    found ??= other;
  }
  return found;
}

function paddingEnd(text: string, end: number): number {
  let index = end;
  while (index < end + 2 && text.charAt(index) === "=") index++;
  return index;
}

/** Edits of the base64 in a text (both alphabets of RFC 4648). `textEdits` makes those of what is decoded. */
export function base64Edits(text: string, textEdits: TextEdits): Edit[] {
  const edits: Edit[] = [];
  eachBase64Run(text, shortestBase64, (start, end) => {
    const run = text.slice(start, paddingEnd(text, end));
    const found = replacement(run, textEdits);
    if (found) edits.push({ start, end: start + run.length, ...found });
  });
  return edits;
}
