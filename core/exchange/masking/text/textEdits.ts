import type { FieldFrame } from "../fields/FieldFrame.ts";
import { jsonEdits } from "../json/jsonEdits.ts";
import type { MaskingPass } from "../values/MaskingPass.ts";
import { base64Edits } from "./base64Edits.ts";
import { decodeJsonEscapes, decodePercent, writtenEdits } from "./DecodedText.ts";
import { detectPersonal } from "./detectPersonal.ts";
import type { EditMemo } from "./EditMemo.ts";
import { type Edit, pickEdits } from "./edit.ts";
import { parameterEdits } from "./parameterEdits.ts";

/** What a search of text needs: the pass, and the place at which JSON inside a text starts. */
export interface TextSearch {
  readonly pass: MaskingPass;
  readonly nested: FieldFrame;
  readonly memo: EditMemo;
}

/** How many encodings within each other are looked through: JSON in a JSON string, percent-encoded, in base64 … */
const mostLayers = 5;

/** A name in braces is a gap to be filled ("{first_name}") more often than an object, unless a value comes after it. */
const jsonStart = /^\s*(?:\{\s*(?:["']|[bu]'|[\p{L}_$][\w$-]{0,100}\s*:)|\[\s*(?:[[{"'\d-]|[bu]'))/u;

function plainEdits(text: string, { pass }: TextSearch): Edit[] {
  const edits = parameterEdits(text, pass);
  for (const { start, end, kind } of detectPersonal(text)) {
    const replacement = pass.replace(kind, text.slice(start, end));
    if (replacement !== undefined) edits.push({ start, end, text: replacement, kind });
  }
  pass.find(text, (start, end, kind, replacement) => {
    edits.push({ start, end, text: replacement, kind });
  });
  return edits;
}

/**
 * Edits of text of any kind: what looks personal by its form, and every value known from elsewhere, as it stands or within JSON, JSON escapes (`\u0040`),
 * percent-encoding or base64. In order and apart.
 */
export function textEdits(text: string, search: TextSearch): readonly Edit[] {
  return search.memo.of(text, search.pass, () => layerEdits(text, search, 0));
}

function layerEdits(text: string, search: TextSearch, layer: number): readonly Edit[] {
  const edits = plainEdits(text, search);
  return pickEdits(layer < mostLayers ? edits.concat(layeredEdits(text, search, layer + 1)) : edits);
}

function layeredEdits(text: string, search: TextSearch, layer: number): Edit[] {
  const below = (inner: string): readonly Edit[] => layerEdits(inner, search, layer);
  let isDecoded = jsonStart.test(text);
  let edits = isDecoded ? jsonEdits(text, search.nested, search.pass, below) : [];
  for (const decode of [decodeJsonEscapes, decodePercent]) {
    if (!text.includes(decode === decodePercent ? "%" : "\\")) continue;
    const decoded = decode(text);
    if (decoded.text === text) continue;
    isDecoded = true;
    edits = edits.concat(writtenEdits(decoded, below(decoded.text)));
  }
  // Base64 has no escapes: whatever is in it is in the decoded text as well.
  return isDecoded ? edits : base64Edits(text, below);
}
