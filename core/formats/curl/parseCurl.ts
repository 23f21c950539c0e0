import type { RequestDraft } from "../requestDraft.ts";
import { parseCurls } from "./parseCurls.ts";

export type ParsedCurl =
  /** `note` is user text: what is missing of the command. */
  | { readonly ok: true; readonly request: RequestDraft; readonly note: string | undefined }
  | { readonly ok: false; readonly message: string };

const noText = "Its body is not text. Paste it on the Sessions screen, which imports it as it is.";

/**
 * Reads the first curl command of a shell text (bash, PowerShell or cmd.exe quoting, continued lines, here-documents) into a request. The host of its address
 * is dropped: a draft is sent to this workbench. Never throws; `message` is user text. Source: curl's manual page.
 */
export function parseCurl(text: string): ParsedCurl {
  const [first] = parseCurls(text);
  if (!first) return { ok: false, message: "There is no curl command in this text." };
  if (!first.read.ok) return first.read;
  const { method, path, headers, body } = first.read.request;
  if (typeof body !== "string") return { ok: false, message: noText };
  return { ok: true, request: { method, path, headers, body }, note: first.note };
}
