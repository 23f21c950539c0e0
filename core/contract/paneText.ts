import { type Json, stringifyJson } from "../json/json.ts";
import { utf8Length } from "../json/utf8.ts";
import { maxPaneCharacters, type PaneText } from "./exchangeView.ts";

/** A text of so many bytes as a pane shows it. */
export function paneText(text: string, bytes: number): PaneText {
  const truncated = text.length > maxPaneCharacters;
  return { text: truncated ? text.slice(0, maxPaneCharacters) : text, truncated, bytes, binary: false };
}

/** A part of a JSON body as a pane shows it; of a part that is not there, nothing. */
export function paneTextOfPart(part: Json | undefined): PaneText {
  const text = part === undefined ? "" : stringifyJson(part);
  return paneText(text, utf8Length(text));
}
