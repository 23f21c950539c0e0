import type { ExportRequest } from "../../../../core/contract/exports.ts";
import { readPointerPattern } from "../../../../core/exchange/pattern/pointerPattern.ts";
import type { ExportFormatName } from "../../../../core/formats/export/exportFormats.ts";

/** What a person has chosen; patterns as they typed them, one a line. */
export interface ExportDraft {
  readonly format: ExportFormatName;
  readonly filter: string;
  readonly isMasked: boolean;
  readonly alsoMask: string;
  readonly keep: string;
}

export const firstDraft: ExportDraft = { format: "session", filter: "", isMasked: true, alsoMask: "", keep: "" };

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** What is wrong with patterns; "" where nothing is. */
export function patternProblem(text: string): string {
  for (const line of linesOf(text)) {
    const read = readPointerPattern(line);
    if (!read.ok) return read.message;
  }
  return "";
}

/** What the host is asked; undefined while a pattern cannot be read. */
export function requestOf(
  draft: ExportDraft,
  target: { readonly session: string; readonly exchange?: string | undefined },
  secret: string,
): ExportRequest | undefined {
  if (patternProblem(draft.alsoMask) !== "" || patternProblem(draft.keep) !== "") return undefined;
  const { format, filter, isMasked } = draft;
  return {
    session: target.session,
    ...(target.exchange === undefined ? { filter } : { filter: "", exchange: target.exchange }),
    format,
    isMasked,
    alsoMask: linesOf(draft.alsoMask),
    keep: linesOf(draft.keep),
    secret,
  };
}

/** 32 random bytes in hexadecimal. */
export function newSecret(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
