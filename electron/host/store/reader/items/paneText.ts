import { isUtf8 } from "node:buffer";
import { maxPaneCharacters, type PaneText } from "../../../../../core/contract/exchangeView.ts";
import { type Json, stringifyJson } from "../../../../../core/json/json.ts";

function cut(text: string, bytes: number): PaneText {
  const truncated = text.length > maxPaneCharacters;
  return { text: truncated ? text.slice(0, maxPaneCharacters) : text, truncated, bytes, binary: false };
}

/** A whole body as a pane shows it, its content coding undone. */
export function paneTextOf(body: Buffer): PaneText {
  if (!isUtf8(body)) return { text: "", truncated: false, bytes: body.length, binary: true };
  return cut(body.toString("utf8"), body.length);
}

/** A part of a body as a pane shows it; of a part that is not there, nothing. */
export function paneTextOfPart(part: Json | undefined): PaneText {
  const text = part === undefined ? "" : stringifyJson(part);
  return cut(text, Buffer.byteLength(text));
}
