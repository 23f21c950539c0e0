import type { Headers } from "../../../core/exchange/exchange.ts";
import { headerValue } from "../../../core/exchange/headers.ts";
import { stringifyJson } from "../../../core/json/json.ts";
import { rateHeaders } from "../access/rateGate.ts";
import type { Answer, CapturedRequest } from "../wire/capturedRequest.ts";
import { isolation } from "../wire/isolation.ts";
import type { Outcome } from "./outcome.ts";

/** A revision as Klaviyo writes them: a date, perhaps with a suffix (".pre"). */
const revisionFormat = /^\d{4}-\d{2}-\d{2}(?:\.[\w-]{1,20})?$/;

/** Words an outcome as the HTTP answer of the compat surface. */
export function composeAnswer(outcome: Outcome, requestId: string, captured: CapturedRequest): Answer {
  const body = outcome.body === undefined ? "" : stringifyJson(outcome.body);
  const headers: [string, string][] = [];
  if (outcome.body !== undefined) headers.push(["Content-Type", "application/vnd.api+json"]);
  headers.push(["Content-Length", String(Buffer.byteLength(body))]);
  headers.push(...routeHeaders(outcome), ...rateHeaders(outcome.rate), ...outcome.headers);
  headers.push(["X-Klaviyo-Req-Id", requestId]);
  const revision = headerValue(captured.headers, "revision");
  // Klaviyo leaves it out of its 401 (recorded).
  if (revision !== undefined && outcome.status !== 401 && revisionFormat.test(revision)) {
    headers.push(["X-Klaviyo-Api-Revision", revision]);
  }
  return { status: outcome.status, headers: [...headers, ...isolation], body };
}

function routeHeaders({ route }: Outcome): Headers {
  if (route.kind === "unsupported") return [];
  return [["Allow", route.kind === "endpoint" ? "POST" : route.allow]];
}
