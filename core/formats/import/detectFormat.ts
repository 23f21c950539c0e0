import type { Importer } from "./importedRequest.ts";
import { importFormats } from "./importFormats.ts";

export type DetectedFormat =
  | { readonly ok: true; readonly importer: Importer }
  | { readonly ok: false; readonly message: string };

const labels = importFormats.map(({ label }) => label).join("; ");

/**
 * The format of a file, told by its text and, where that leaves a choice, its name. `start` is its first 64 KiB of text, or all of it; `fileName` may be "" for
 * a paste. Never throws; `message` is user text.
 */
export function detectFormat(start: string, fileName: string): DetectedFormat {
  const text = start.replace(/^\uFEFF/, "");
  const importer = importFormats.find(({ detect }) => detect(text, fileName));
  if (importer) return { ok: true, importer };
  const name = fileName === "" ? "This text" : fileName;
  const what = text.trim() === "" ? "is empty" : "is in no format that is understood";
  return { ok: false, message: `${name} ${what}. What can be imported: ${labels}.` };
}
