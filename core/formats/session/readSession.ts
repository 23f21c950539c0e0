import { z } from "zod";
import { type Exchange, exchangeSchema } from "../../exchange/exchange.ts";
import { faultMessage } from "../../faultMessage.ts";
import type { TextLine } from "../import/textLines.ts";
import {
  type SessionHeader,
  sessionEndSchema,
  sessionFormatName,
  sessionHeaderSchema,
  sessionVersion,
} from "./sessionFile.ts";

/** What a session file holds, in its order. A problem is the last entry: `message` says at which line and what to do. */
export type SessionEntry =
  | { readonly kind: "header"; readonly header: SessionHeader }
  | { readonly kind: "exchange"; readonly exchange: Exchange }
  | { readonly kind: "end"; readonly exchanges: number }
  | { readonly kind: "problem"; readonly line: number; readonly message: string };

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

const versionSchema = z.object({ format: z.literal(sessionFormatName), version: z.int() });

function parse(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, message: `this is no JSON (${faultMessage(error)})` };
  }
}

/** The first thing that is wrong, with its place within the line. */
function firstIssue({ issues: [issue] }: z.ZodError): string {
  const place = issue?.path.map(String).join(".") ?? "";
  return `${place === "" ? "" : `"${place}": `}${issue?.message ?? "not as expected"}`;
}

function problem(line: number, what: string): SessionEntry {
  return { kind: "problem", line, message: `line ${line}: ${what}` };
}

function readHeader(line: number, text: string): SessionEntry {
  const parsed = parse(text);
  const version = parsed.ok ? versionSchema.safeParse(parsed.value) : undefined;
  if (!parsed.ok || !version?.success) {
    return problem(line, "this is no session file. Export the session again with the format session.");
  }
  if (version.data.version > sessionVersion) {
    return problem(
      line,
      `this file is of version ${version.data.version}, and this program reads up to ${sessionVersion}. Open it with a newer Compat Workbench.`,
    );
  }
  const header = sessionHeaderSchema.safeParse(parsed.value);
  return header.success
    ? { kind: "header", header: header.data }
    : problem(line, `the header is damaged: ${firstIssue(header.error)}. Export the session again.`);
}

/** A line after the header. `count` is how many exchanges came before it. */
function readLine(line: number, text: string, count: number): SessionEntry {
  const parsed = parse(text);
  if (!parsed.ok) return problem(line, `${parsed.message}. Export the session again.`);
  const end = sessionEndSchema.safeParse(parsed.value);
  if (end.success) {
    const { exchanges } = end.data.end;
    if (exchanges === count) return { kind: "end", exchanges };
    return problem(line, `the file should hold ${exchanges} exchanges and has ${count}. Export the session again.`);
  }
  const exchange = exchangeSchema.safeParse(parsed.value);
  return exchange.success
    ? { kind: "exchange", exchange: exchange.data }
    : problem(line, `this is no exchange: ${firstIssue(exchange.error)}. Export the session again.`);
}

const tooLong = "it is longer than any exchange. Export the session again.";

interface Progress {
  /** Number of the last line that was not empty. */
  line: number;
  /** Exchanges read. */
  count: number;
  stage: "header" | "exchanges" | "end" | "failed";
}

function nextEntry(progress: Progress, text: string): SessionEntry {
  const { line, count, stage } = progress;
  if (stage === "header") return readHeader(line, text.replace(/^\uFEFF/, ""));
  if (stage === "end") return problem(line, "there is more after the end of the session. Export the session again.");
  return readLine(line, text, count);
}

function advance(progress: Progress, entry: SessionEntry): void {
  if (entry.kind === "problem") progress.stage = "failed";
  else if (entry.kind === "end") progress.stage = "end";
  else progress.stage = "exchanges";
  if (entry.kind === "exchange") progress.count += 1;
}

/**
 * Reads a session file line by line, in constant memory. Gives the header, the exchanges and the end; or, as the last entry, the problem that stopped it: no
 * session file, a newer version, a damaged line or one that is too long, a file that was cut short. Empty lines are passed over. Throws only what `lines` throws.
 */
export async function* readSession(lines: AsyncIterable<TextLine>): AsyncGenerator<SessionEntry, void, undefined> {
  const progress: Progress = { line: 0, count: 0, stage: "header" };
  for await (const { number, text } of lines) {
    if (text?.trim() === "") continue;
    progress.line = number;
    const entry = text === undefined ? problem(number, tooLong) : nextEntry(progress, text);
    advance(progress, entry);
    yield entry;
    if (progress.stage === "failed") return;
  }
  if (progress.stage === "header") yield problem(progress.line + 1, "the file is empty. Export the session again.");
  else if (progress.stage === "exchanges") {
    yield problem(
      progress.line + 1,
      `the file ends after ${progress.count} exchanges, before its end line: it was cut short. Copy or export it again.`,
    );
  }
}
