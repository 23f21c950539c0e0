import { setTimeout } from "node:timers/promises";
import type { Headers } from "../../../core/exchange/exchange.ts";
import { isJsonObject, type Json, parseJson, stringifyJson } from "../../../core/json/json.ts";
import type { NativeAnswer, NativeCall } from "../../../core/native/nativeCall.ts";
import { transportFault } from "../../../core/native/transportFault.ts";
import { fingerprintKey } from "../fingerprint.ts";
import { newRequestId } from "../ids.ts";
import { type Fetched, fetchOnce } from "./fetchOnce.ts";
import { type Attempt, waitBeforeRetry } from "./retryPolicy.ts";
import { type CallContext, type NativeRoundTrip, sendInOrder, type Upstream } from "./upstream.ts";

export interface LiveOptions {
  /** "https://api.postscript.io/v1"; an address without a path means its "/v1". */
  readonly baseUrl: string;
  readonly key: () => string | undefined;
  /** For one attempt, in milliseconds. */
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly random: () => number;
}

/** A native API elsewhere, over HTTP. */
export function createLiveUpstream(options: LiveOptions): Upstream {
  const base = baseOf(options.baseUrl);

  async function sendOne(call: NativeCall, context: CallContext): Promise<NativeRoundTrip> {
    const key = options.key() ?? "";
    const url = new URL(`${base}${call.path.replace(/^\/v1(?=\/)/, "")}`);
    const body = stringifyJson(call.body);
    const headers = (secret: string): Headers => [
      ["Authorization", `Bearer ${secret}`],
      ["Content-Type", "application/json"],
      ["Accept", "application/json"],
      ["Accept-Encoding", "identity"],
    ];
    const { timeoutMs, maxResponseBytes: maxBytes } = options;
    const request = {
      url,
      method: call.method,
      headers: headers(key),
      body,
      timeoutMs,
      maxBytes,
      signal: context.signal,
    };

    const started = performance.now();
    let fetched = await fetchOnce(request);
    const wait = waitBeforeRetry(call, attemptOf(fetched), context.patienceMs, options.random());
    if (wait !== undefined && !context.signal?.aborted) {
      await setTimeout(wait, undefined, context.signal && { signal: context.signal }).catch(() => undefined);
      fetched = await fetchOnce(request);
    }
    return {
      answer: answerOf(fetched, base, timeoutMs, maxBytes),
      recorded: {
        request: { method: call.method, path: url.pathname + url.search, headers: headers(fingerprintKey(key)), body },
        response: fetched.response ?? null,
        durationMs: performance.now() - started,
      },
    };
  }

  return {
    defersBulk: true,
    refusal: () => (options.key() ? undefined : { code: "no-live-key", pointer: "/data/", facts: { base } }),
    send: (calls, context) => sendInOrder(calls, (call) => sendOne(call, context)),
  };
}

function baseOf(baseUrl: string): string {
  const { origin, pathname } = new URL(baseUrl);
  return `${origin}${pathname === "/" ? "/v1" : pathname.replace(/\/+$/, "")}`;
}

function attemptOf(fetched: Fetched): Attempt {
  if (fetched.kind === "response") {
    return { status: fetched.response.status, retryAfter: fetched.headers["retry-after"], neverArrived: false };
  }
  // More than can be read is an answer: asking again would bring it again.
  const status = fetched.kind === "too-large" ? fetched.response.status : 0;
  return { status, retryAfter: undefined, neverArrived: fetched.kind === "unreachable" && fetched.neverArrived };
}

function answerOf(fetched: Fetched, base: string, timeoutMs: number, maxBytes: number): NativeAnswer {
  const fault = (kind: Parameters<typeof transportFault>[0], cause: string) =>
    transportFault(kind, { base, cause, requestId: newRequestId() });
  switch (fetched.kind) {
    case "timed-out":
      return fault("timed-out", `${timeoutMs / 1000} s`);
    case "unreachable":
      return fault("unreachable", fetched.cause);
    case "too-large":
      return fault("too-large", `${maxBytes} bytes`);
    case "response": {
      const { status } = fetched.response;
      if (status >= 300 && status < 400) return fault("redirected", String(status));
      const parsed = parseJson(fetched.text);
      const body = parsed.ok ? parsed.value : undefined;
      // A refusal speaks by its status; a success without its resource is none.
      if (status >= 400 || isResource(body)) return { status, headers: fetched.headers, body };
      return fault(parsed.ok ? "no-resource" : "not-json", `with status ${status}`);
    }
  }
}

function isResource(body: Json | undefined): boolean {
  return isJsonObject(body) && body.error === undefined;
}
