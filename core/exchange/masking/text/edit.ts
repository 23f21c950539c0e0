import type { MaskedKind } from "../maskedKinds.ts";
import type { TextSpan } from "./emailSpans.ts";

/** What takes the place of a piece of text. */
export interface Edit extends TextSpan {
  readonly text: string;
  readonly kind: MaskedKind;
}

/** Notes edits that are about to be made, for the counts of the preview. */
export type OnEdits = (edits: readonly Edit[]) => void;

/** Index of the first edit that starts at `start` or later, among edits in order. */
function placeOf(edits: readonly Edit[], start: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edits[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of a few edits that overlap each other the longer ones, in the order of the text. */
function pickLonger(edits: readonly Edit[]): Edit[] {
  const picked: Edit[] = [];
  for (const edit of [...edits].sort((one, other) => other.end - other.start - (one.end - one.start))) {
    const place = placeOf(picked, edit.start);
    const isFree = (picked[place - 1]?.end ?? 0) <= edit.start && (picked[place]?.start ?? Infinity) >= edit.end;
    if (isFree) picked.splice(place, 0, edit);
  }
  return picked;
}

/** Of edits that overlap the longer ones, which are the larger values; in the order of the text. */
export function pickEdits(edits: readonly Edit[]): readonly Edit[] {
  if (edits.length <= 1) return edits;
  const picked: Edit[][] = [];
  let together: Edit[] = [];
  let end = 0;
  for (const edit of [...edits].sort((one, other) => one.start - other.start)) {
    if (edit.start >= end && together.length > 0) {
      picked.push(together.length === 1 ? together : pickLonger(together));
      together = [];
    }
    together.push(edit);
    end = Math.max(end, edit.end);
  }
  picked.push(pickLonger(together));
  return picked.flat();
}

/** Edits of a part of a text as edits of the text; `start` is where the part stands. */
export function movedEdits(edits: readonly Edit[], start: number): Edit[] {
  return start === 0
    ? [...edits]
    : edits.map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start }));
}

/** The text with edits made, which are in order and apart. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const parts: string[] = [];
  let copied = 0;
  for (const { start, end, text: replacement } of edits) {
    parts.push(text.slice(copied, start), replacement);
    copied = end;
  }
  parts.push(text.slice(copied));
  return parts.join("");
}
