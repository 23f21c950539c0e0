import { redactHeaders } from "../../../core/exchange/secrets.ts";
import { describeExchange } from "../../../core/klaviyo/describe.ts";
import { fingerprintKey } from "../fingerprint.ts";
import type { ExchangeRecord } from "../store/exchangeRecord.ts";
import type { Answer, CapturedRequest, Lineage } from "../wire/capturedRequest.ts";
import type { Outcome } from "./outcome.ts";

interface Recorded {
  readonly id: string;
  readonly at: string;
  /** Its path without keys. */
  readonly captured: CapturedRequest;
  readonly lineage: Lineage;
  readonly outcome: Outcome;
  /** null when the client went away before it could be answered. */
  readonly answer: Answer | null;
  readonly durationMs: number;
}

/** An exchange as the store takes it: keys in headers are replaced by their fingerprints here, before anything is kept. */
export function recordOf({ id, at, captured, lineage, outcome, answer, durationMs }: Recorded): ExchangeRecord {
  const { route, document, problems, status, native, deferred, findings, leaves, leavesMapped } = outcome;
  const { method, path, body } = captured;
  return {
    id,
    at,
    origin: lineage.origin,
    parent: lineage.parent,
    endpoint: route.kind === "endpoint" ? route.endpoint.id : route.resource,
    ...describeExchange(route, document, problems ? { status, problems } : { status }),
    leaves,
    leavesMapped,
    request: {
      method,
      path,
      headers: redactHeaders(captured.headers, fingerprintKey),
      body,
    },
    native,
    nativePending: deferred?.calls.length ?? 0,
    response: answer,
    findings,
    durationMs,
  };
}
