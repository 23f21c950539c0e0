import { type Json, parseJson } from "../json/json.ts";
import { type JsonScan, scanJson } from "../json/scanJson.ts";
import { findSyntaxError } from "../json/syntaxError.ts";
import { decodeUtf8 } from "../json/utf8.ts";
import { limits } from "./limits.ts";
import type { Problem } from "./problem.ts";

/** The JSON of a request body, with its text and what one pass over that told; or why it has none. */
export type ReadDocument =
  | { readonly ok: true; readonly document: Json; readonly text: string; readonly scan: JsonScan }
  | { readonly ok: false; readonly problem: Problem };

function refused(code: Problem["code"], facts: NonNullable<Problem["facts"]>): ReadDocument {
  return { ok: false, problem: { code, pointer: "/data", cause: "", facts } };
}

function syntaxMessage(text: string, message: string): string {
  const place = findSyntaxError(text);
  const what = place?.found === undefined ? "unexpected end" : `unexpected ${JSON.stringify(place.found)}`;
  return place ? `${what} at line ${place.line}, column ${place.column}` : message;
}

/** Reads JSON with exact numbers out of a body that is already decompressed; `sizedDepth` is `scanJson`'s. Never throws. */
export function readDocument(body: Uint8Array, sizedDepth?: number): ReadDocument {
  const decoded = decodeUtf8(body);
  if (!decoded.ok) return refused("invalid-utf8", { offset: decoded.offset });
  const { text } = decoded;
  const scan = scanJson(body, sizedDepth);
  const { value: deepest } = limits.documentLevels;
  if (scan.depth > deepest) return refused("document-too-deep", { limit: deepest });
  const parsed = parseJson(text, scan);
  if (!parsed.ok) return refused("invalid-json", { message: syntaxMessage(text, parsed.message) });
  return { ok: true, document: parsed.value, text, scan };
}
