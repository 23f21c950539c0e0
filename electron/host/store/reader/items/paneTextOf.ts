import { isUtf8 } from "node:buffer";
import type { PaneText } from "../../../../../core/contract/exchangeView.ts";
import { paneText } from "../../../../../core/contract/paneText.ts";

/** A whole body as a pane shows it. */
export function paneTextOf(body: Buffer): PaneText {
  if (!isUtf8(body)) return { text: "", truncated: false, bytes: body.length, binary: true };
  return paneText(body.toString("utf8"), body.length);
}
