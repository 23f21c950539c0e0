import { isUtf8 } from "node:buffer";
import type { Body, Exchange } from "../../../core/exchange/exchange.ts";
import { redactHeaders, redactPath } from "../../../core/exchange/secrets.ts";
import { fingerprintKey } from "../fingerprint.ts";
import type { TargetResult } from "./replayTarget.ts";

function bodyOf(bytes: Buffer): Body {
  return isUtf8(bytes) ? bytes.toString("utf8") : { base64: bytes.toString("base64") };
}

/** A child of the recorded exchange: the request as it was sent, without its key, and what came back. Native calls of a target elsewhere are not seen. */
export function replayedExchange(recorded: Exchange, id: string, { sent, answer, durationMs }: TargetResult): Exchange {
  return {
    id,
    session: recorded.session,
    seq: recorded.seq,
    at: new Date().toISOString(),
    origin: "replayed",
    parent: recorded.id,
    endpoint: recorded.endpoint,
    request: {
      method: sent.method,
      path: redactPath(sent.path, fingerprintKey),
      headers: redactHeaders(sent.headers, fingerprintKey),
      body: bodyOf(sent.body),
    },
    native: [],
    response: answer && {
      status: answer.status,
      headers: redactHeaders(answer.headers, fingerprintKey),
      body: bodyOf(answer.body),
    },
    findings: [],
    durationMs,
  };
}
