import { Base64Reader, eachBase64Run, encodeBase64, utf8Bytes } from "./base64.ts";
import { applyEdits, type Edit } from "./edit.ts";
import { printableRuns } from "./printableRuns.ts";

/** Units of the shortest base64 that is read: four letters. Every shorter word would read as some bytes or other. */
export const shortestBase64 = 6;
/** Base64 may start within a run of such characters ("path/eyJ…"); with one of these units left out it starts at one of its own groups of four. */
export const base64Offsets = [0, 1, 2, 3] as const;
const leastRun = 4;

/** Each answer of it is used before the next question. */
const reader = new Base64Reader();

type TextEdits = (text: string) => readonly Edit[];

/** In the alphabet and with the padding of the original. */
function encodeLike(original: string, text: string): string {
  const encoded = encodeBase64(utf8Bytes(text));
  const inAlphabet = /[-_]/.test(original) ? encoded.replaceAll("+", "-").replaceAll("/", "_") : encoded;
  return original.endsWith("=") || original.length % 4 === 0 ? inAlphabet : inAlphabet.replace(/=+$/, "");
}

function wholeEdit(run: string, start: number, textEdits: TextEdits): Edit | undefined {
  const bytes = reader.read(run);
  const [decoded] = printableRuns(bytes, bytes.length);
  if (!decoded) return undefined;
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
function partEdit(run: string, start: number, textEdits: TextEdits): Edit | undefined {
  for (const offset of base64Offsets) {
    for (const { text } of printableRuns(reader.read(run, offset), leastRun)) {
      const [first] = textEdits(text);
      if (first) return { start, end: start + run.length, text: "A".repeat(run.length), kind: first.kind };
    }
  }
  return undefined;
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
    const edit = wholeEdit(run, start, textEdits) ?? partEdit(run, start, textEdits);
    if (edit) edits.push(edit);
  });
  return edits;
}
