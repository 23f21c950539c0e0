import type { Headers } from "../../../core/exchange/exchange.ts";
import { headerValue } from "../../../core/exchange/headers.ts";
import { type Json, stringifyJson } from "../../../core/json/json.ts";
import type { NativeEndpoint } from "../../../core/native/nativeEndpoints.ts";
import { type NativeErrorCode, type NativeErrorFacts, nativeError } from "../../../core/native/nativeError.ts";
import { type SurfaceRefusal, surfaceRefusal } from "../../../core/native/surfaceRefusal.ts";
import { identifyCaller } from "../access/identifyCaller.ts";
import { isLocalHostName } from "../access/localHostName.ts";
import { type RateGate, rateHeaders } from "../access/rateGate.ts";
import type { RateState } from "../access/rateLimiter.ts";
import type { RecordingLog } from "../compat/recordingLog.ts";
import { newRequestId } from "../ids.ts";
import { matchEndpoint } from "../sandbox/matchEndpoint.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { Store } from "../store/store.ts";
import type { Answer, CapturedRequest, CaptureEnd } from "../wire/capturedRequest.ts";
import { isolation } from "../wire/isolation.ts";
import { type ReadableJson, readJsonBody } from "./readJsonBody.ts";

export interface NativeSurfaceContext {
  readonly store: Store;
  readonly sandbox: Sandbox;
  readonly rates: RateGate;
  readonly recordingLog: RecordingLog;
}

interface Outcome {
  readonly status: number;
  readonly text: string;
  readonly rate: RateState | undefined;
  readonly headers?: Headers;
  /** What its error calls the request, where that has an id already. */
  readonly requestId?: string | undefined;
}

/** Whether a path belongs to the native surface. All else on the port is the compat surface's to answer. */
export function isNativePath(path: string): boolean {
  return /^\/+v1(?:[/?]|$)/.test(path);
}

/** Answers on the native surface, from the sandbox. Never rejects; undefined when there is no one left to answer. */
export async function answerNative(
  captured: CapturedRequest,
  context: NativeSurfaceContext,
): Promise<Answer | undefined> {
  if (captured.end === "client-gone") return undefined;
  const requestId = newRequestId();
  try {
    const outcome = await judge(captured, requestId, context);
    await context.store.committed();
    // What is refused writes nothing, and says nothing of whether there is room.
    if (captured.method !== "GET" && outcome.status < 400) context.recordingLog.written();
    return composeAnswer(outcome, outcome.requestId ?? requestId);
  } catch (fault) {
    context.recordingLog.failed(`The native request ${requestId}`, fault);
    const { status, body } = nativeError("internal_error", { requestId });
    return composeAnswer({ status, text: stringifyJson(body), rate: undefined }, requestId);
  }
}

const wireRefusals: Readonly<Partial<Record<CaptureEnd, SurfaceRefusal>>> = {
  "timed-out": "timed-out",
  "crowded-out": "crowded-out",
  "cut-short": "incomplete-body",
  malformed: "malformed-http",
};

/** The checks come in the same order as on the compat surface. */
async function judge(captured: CapturedRequest, requestId: string, context: NativeSurfaceContext): Promise<Outcome> {
  const { rates, store } = context;
  const { method, path, headers } = captured;
  const refuse = (code: NativeErrorCode, rate: RateState | undefined, facts: Partial<NativeErrorFacts> = {}) =>
    outcomeOf(nativeError(code, { ...facts, requestId }), rate);
  const misfit = (refusal: SurfaceRefusal, rate: RateState | undefined, facts: ReadableJson["facts"]) =>
    outcomeOf(surfaceRefusal(refusal, facts, requestId), rate);

  const unknown = rates.peek(undefined);
  const wire = wireRefusals[captured.end];
  if (wire) return misfit(wire, unknown, {});
  const host = headerValue(headers, "host");
  if (!isLocalHostName(host)) return misfit("foreign-host", unknown, { host: host ?? "" });

  const caller = identifyCaller(headerValue(headers, "authorization"), store.settings.get().keys, false);
  const hasKey = caller.ok && caller.scheme === "Bearer";
  const known = hasKey ? rates.peek(caller.property) : unknown;
  const [plain = ""] = path.split("?", 1);
  const match = matchEndpoint(method, plain);
  if (match.kind === "unknown") return misfit("unknown-path", known, { method, path: plain });
  if (match.kind === "method-not-allowed") {
    const { allow } = match;
    return { ...misfit("method-not-allowed", known, { method, allow }), headers: [["Allow", allow]] };
  }
  if (!hasKey) return { ...refuse("unauthorized", unknown), headers: [["WWW-Authenticate", "Bearer"]] };
  const { property } = caller;
  const { scope } = match.endpoint;
  if (!caller.scopes.includes(scope)) {
    return refuse("forbidden", known, { message: `API key does not have required scope ${scope}` });
  }
  const { isAdmitted, state: rate } = rates.take(property);
  if (!isAdmitted) {
    const retryAfter = String(rate?.resetSeconds ?? 1);
    return { ...refuse("rate_limit_exceeded", rate), headers: [["Retry-After", retryAfter]] };
  }
  const body = await bodyOf(captured, match.endpoint);
  if (!body.ok) return misfit(body.refusal, rate, body.facts);
  const call = { method: match.endpoint.method, path, body: body.value };
  return { ...store.write(() => context.sandbox.handle(call, property)), headers: [], rate };
}

async function bodyOf(captured: CapturedRequest, { method }: NativeEndpoint): Promise<ReadableJson> {
  return method === "GET" ? { ok: true, value: null, facts: {} } : readJsonBody(captured);
}

function outcomeOf({ status, body }: { status: number; body: Json }, rate: RateState | undefined): Outcome {
  return { status, text: stringifyJson(body), rate };
}

function composeAnswer({ status, text, rate, headers = [] }: Outcome, requestId: string): Answer {
  return {
    status,
    headers: [
      ["Content-Type", "application/json"],
      ["Content-Length", String(Buffer.byteLength(text))],
      ...headers,
      ...rateHeaders(rate),
      ["X-Request-Id", requestId],
      ...isolation,
    ],
    body: text,
  };
}
