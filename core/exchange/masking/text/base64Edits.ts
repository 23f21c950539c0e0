import { eachBase64Run, encodeBase64, type ReadBase64, readBase64, utf8Bytes } from "./base64.ts";
import { applyEdits, type Edit } from "./edit.ts";

/** Units of the shortest base64 that is read: four letters. Every shorter word would read as some bytes or other. */
export const shortestBase64 = 6;
/** Base64 may start within a run of such characters ("path/eyJ…"); with one of these units left out it starts at one of its own groups of four. */
export const base64Offsets = [0, 1, 2, 3] as const;
/** Bytes of the shortest text that is looked for in base64. */
export const leastRun = 4;

type TextEdits = (text: string) => readonly Edit[];

/** In the alphabet and with the padding of the original. */
function encodeLike(original: string, text: string): string {
  const encoded = encodeBase64(utf8Bytes(text));
  const inAlphabet = /[-_]/.test(original) ? encoded.replaceAll("+", "-").replaceAll("/", "_") : encoded;
  return original.endsWith("=") || original.length % 4 === 0 ? inAlphabet : inAlphabet.replace(/=+$/, "");
}

type Replacement = Pick<Edit, "text" | "kind">;

/** Where all of a run is text: that text with its edits. */
function wholeReplacement(run: string, { length, runs }: ReadBase64, textEdits: TextEdits): Replacement | undefined {
  const [decoded] = runs;
  if (decoded?.start !== 0 || decoded.end !== length) return undefined;
  const edits = textEdits(decoded.text);
  const [first] = edits;
  return first && { text: encodeLike(run, applyEdits(decoded.text, edits)), kind: first.kind };
}

/** Binary data, or base64 that starts within the run: where it holds a value all of it goes. */
function partReplacement(run: string, { runs }: ReadBase64, textEdits: TextEdits): Replacement | undefined {
  const [first] = runs.flatMap(({ text }) => textEdits(text));
  return first && { text: "A".repeat(run.length), kind: first.kind };
}

/** All readings are looked through also when one has a value: a pass learns what is in the others. */
function replacement(run: string, textEdits: TextEdits): Replacement | undefined {
  let found: Replacement | undefined;
  for (const offset of base64Offsets) {
    const read = readBase64(run, offset, run.length, leastRun);
    if (read.runs.length === 0) continue;
    const whole = offset === 0 ? wholeReplacement(run, read, textEdits) : undefined;
    const part = whole ?? partReplacement(run, read, textEdits);
    found ??= part;
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
