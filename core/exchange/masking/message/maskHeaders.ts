import type { Headers } from "../../exchange.ts";
import { isSecretHeader } from "../../secrets.ts";
import { fitsSuggestion, kindOfName, noSurroundings } from "../fields/personalNames.ts";
import type { MaskedKind } from "../maskedKinds.ts";
import { applyEdits, type Edit, type OnEdits } from "../text/edit.ts";
import { type TextSearch, textEdits } from "../text/textEdits.ts";

/** Headers that hold a fingerprint and never a value, and the length of a body, which its own rule sets. */
function isUntouched(name: string): boolean {
  return isSecretHeader(name) || name.toLowerCase() === "content-length";
}

/** Headers that sign in, each in its own way. */
const signsIn = /^x-auth(?!ors?$)/i;

function kindOfHeader(name: string): MaskedKind | null | undefined {
  return kindOfName(name, noSurroundings) ?? (signsIn.test(name) ? "key" : undefined);
}

function valueEdits(name: string, value: string, search: TextSearch): readonly Edit[] {
  const kind = kindOfHeader(name);
  if (kind && value !== "" && fitsSuggestion(kind, value)) {
    const text = search.pass.replace(kind, value);
    if (text !== undefined) return [{ start: 0, end: value.length, text, kind }];
  }
  return textEdits(value, search);
}

/** Header lines with masked values, in their order; a header's name may tell what its value is ("X-Customer-Name"). */
export function maskHeaders(headers: Headers, search: TextSearch, onEdits: OnEdits): Headers {
  return headers.map(([name, value]) => {
    if (isUntouched(name)) return [name, value];
    const edits = valueEdits(name, value, search);
    onEdits(edits);
    return [name, applyEdits(value, edits)];
  });
}

/** Sets Content-Length to the length of a new body in bytes, where it told that of the old one; else it tells of a compressed form and stays. */
export function withContentLength(headers: Headers, before: number, after: number): Headers {
  if (before === after) return headers;
  return headers.map(([name, value]) =>
    name.toLowerCase() === "content-length" && value.trim() === String(before) ? [name, String(after)] : [name, value],
  );
}
