import type { Headers } from "../../../core/exchange/exchange.ts";
import type { Json } from "../../../core/json/json.ts";
import { errorDocument, type Problem, problemFindings } from "../../../core/klaviyo/problem.ts";
import type { Route } from "../../../core/klaviyo/route.ts";
import type { NativeCall } from "../../../core/native/nativeCall.ts";
import type { Finding } from "../../../core/translation/finding.ts";
import type { RateState } from "../access/rateLimiter.ts";
import type { RecordedNativeCall } from "../store/exchangeRecord.ts";
import type { Upstream } from "../upstream/upstream.ts";

/** What became of a request, before it is worded as an HTTP answer and as a record. */
export interface Outcome {
  readonly route: Route;
  readonly status: number;
  readonly body: Json | undefined;
  /** Header lines beyond those of every answer. */
  readonly headers: Headers;
  readonly rate: RateState | undefined;
  readonly document?: Json | undefined;
  readonly problems?: readonly Problem[];
  readonly findings: readonly Finding[];
  readonly native: readonly RecordedNativeCall[];
  readonly leaves: number;
  readonly leavesMapped: number;
  /** Calls to make after the answer. */
  readonly deferred?: {
    readonly calls: readonly NativeCall[];
    readonly upstream: Upstream;
    readonly property: string;
  };
}

/** Where a check stands when it refuses. */
export interface Refusal {
  readonly route: Route;
  readonly requestId: string;
  readonly rate: RateState | undefined;
  readonly problems: readonly Problem[];
  /** What reading the body had to say, its problems included. */
  readonly findings?: readonly Finding[];
  readonly headers?: Headers;
  readonly document?: Json | undefined;
}

/** The outcome of a request that is refused before anything native happens. */
export function refusedOutcome(refusal: Refusal): Outcome {
  const { route, rate, problems, document } = refusal;
  return {
    route,
    rate,
    problems,
    document,
    ...errorDocument(problems, refusal.requestId),
    headers: refusal.headers ?? [],
    findings: refusal.findings ?? problemFindings(problems),
    native: [],
    leaves: 0,
    leavesMapped: 0,
  };
}
