import type { ExchangeSummary, Headers, Origin } from "../../../core/exchange/exchange.ts";
import type { Finding } from "../../../core/translation/finding.ts";

/** An HTTP message as bytes, its header lines already free of secrets. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: Uint8Array | string;
}

export interface RecordedResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array | string;
}

export interface RecordedNativeCall {
  readonly request: RecordedRequest;
  readonly response: RecordedResponse | null;
  readonly durationMs: number;
}

/** What the surfaces hand to the store: an exchange before it has a place (session, seq, position). */
export interface ExchangeRecord
  extends Pick<
    ExchangeSummary,
    "id" | "at" | "origin" | "parent" | "endpoint" | "title" | "subject" | "leaves" | "leavesMapped"
  > {
  readonly origin: Origin;
  readonly request: RecordedRequest;
  readonly native: readonly RecordedNativeCall[];
  /** Native calls still to come (a bulk request on a live upstream); they are appended as they finish. */
  readonly nativePending: number;
  readonly response: RecordedResponse | null;
  readonly findings: readonly Finding[];
  readonly durationMs: number;
}
