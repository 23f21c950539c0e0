import { parseJson } from "../json/json.ts";
import { valueAt } from "../json/pointer.ts";
import { readHarEntry } from "./import/har/readHarEntry.ts";
import type { RequestDraft } from "./requestDraft.ts";

export type PastedHarEntry =
  | { readonly ok: true; readonly request: RequestDraft }
  /** `reason` is user text: why it is no request that could be sent again, and what to do. */
  | { readonly ok: false; readonly reason: string };

/** Reads a pasted entry of a HAR (`log.entries` of HAR 1.2); undefined where the text is none. */
export function readPastedHarEntry(text: string): PastedHarEntry | undefined {
  const parsed = parseJson(text);
  if (!parsed.ok || typeof valueAt(parsed.value, "/request/url") !== "string") return undefined;
  const entry = readHarEntry(parsed.value, "");
  if (entry.kind === "skipped") return { ok: false, reason: entry.reason };
  const { method, path, headers, body } = entry.request;
  if (typeof body === "string") return { ok: true, request: { method, path, headers, body } };
  return { ok: false, reason: "Its body is not text. Paste it on the Sessions screen, which imports it as it is." };
}
