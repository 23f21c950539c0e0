import type { Body, ExchangeRequest, Headers } from "../../exchange/exchange.ts";

export interface ImportedResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/**
 * A request that a foreign file tells of, with its answer where the file has one. Secrets are as the file holds them: whoever keeps an imported request
 * fingerprints them first (`redactHeaders`, `redactPath`).
 */
export interface ImportedRequest {
  readonly kind: "request";
  /** Where in the file, for a person: "entry 12", "line 4", "Folder / Request name". */
  readonly place: string;
  /** Host and port that it was sent to; undefined where the file does not tell. */
  readonly host: string | undefined;
  readonly request: ExchangeRequest;
  readonly response: ImportedResponse | undefined;
  /** ISO 8601 with milliseconds, UTC. */
  readonly at: string | undefined;
  readonly durationMs: number | undefined;
  /** What a person should know of it, as user text: it was read, but not for certain as it was meant. */
  readonly notes: readonly string[];
}

/** A part of a file that was not imported. `reason` is user text: why, and what to do. */
export interface SkippedItem {
  readonly kind: "skipped";
  readonly place: string;
  readonly reason: string;
}

export type ImportedItem = ImportedRequest | SkippedItem;

export function skipped(place: string, reason: string): SkippedItem {
  return { kind: "skipped", place, reason };
}

/** What a file is read into. Everything in a file is data: no importer runs anything of it, and none throws for what it holds. */
export interface Importer {
  readonly id: string;
  /** What a person calls the format. */
  readonly label: string;
  /** Whether a file looks like this format. `start` is its first 64 KiB of text, or all of it; `fileName` may be "" for a paste. */
  readonly detect: (start: string, fileName: string) => boolean;
  /** Reads a file from its text, in pieces cut anywhere. Formats with many entries keep no more than one of them in memory. */
  readonly read: (chunks: AsyncIterable<string>) => AsyncIterable<ImportedItem>;
}
