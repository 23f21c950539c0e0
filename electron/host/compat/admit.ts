import type { Headers } from "../../../core/exchange/exchange.ts";
import { headerValue } from "../../../core/exchange/headers.ts";
import type { JsonObject } from "../../../core/json/json.ts";
import type { Endpoint } from "../../../core/klaviyo/endpoints.ts";
import type { Problem } from "../../../core/klaviyo/problem.ts";
import { readRequest } from "../../../core/klaviyo/readRequest.ts";
import { requestFinding } from "../../../core/klaviyo/requestFindings.ts";
import type { Route } from "../../../core/klaviyo/route.ts";
import type { Finding } from "../../../core/translation/finding.ts";
import { authenticationChallenge, identifyCaller } from "../access/identifyCaller.ts";
import { isLocalHostName } from "../access/localHostName.ts";
import { isJsonMediaType } from "../access/mediaType.ts";
import type { RateState } from "../access/rateLimiter.ts";
import { decodeBody } from "../coding/decodeBody.ts";
import type { CapturedRequest, Lineage } from "../wire/capturedRequest.ts";
import { bodyBounds } from "../wire/readRequestBody.ts";
import type { PerformContext } from "./exchangeContext.ts";
import { type Outcome, refusedOutcome } from "./outcome.ts";

/** A request that passed every check. */
export interface Admitted {
  readonly endpoint: Endpoint;
  readonly property: string;
  readonly rate: RateState | undefined;
  readonly document: JsonObject;
  readonly findings: readonly Finding[];
}

export type Admission =
  | { readonly ok: true; readonly admitted: Admitted }
  | { readonly ok: false; readonly outcome: Outcome };

interface AdmissionRequest {
  readonly captured: CapturedRequest;
  readonly lineage: Lineage;
  readonly route: Route;
  readonly requestId: string;
  /** Time of receipt. */
  readonly at: string;
}

/**
 * The checks of the compat surface. Their order is assumed, from how Klaviyo's framework works: whole request, host, route (404, 405; also without a
 * key, because it says where to go), key (401), scope (403), rate (429), media type (415), size (413), document (400). What is refused before the
 * rate is looked at does not count towards it.
 */
export async function admit(request: AdmissionRequest, context: PerformContext): Promise<Admission> {
  const { captured, route, requestId } = request;
  const refuse = (problem: Problem, rate: RateState | undefined, headers: Headers = []): Admission => ({
    ok: false,
    outcome: refusedOutcome({ route, requestId, rate, problems: [problem], headers }),
  });
  const unknown = context.rates.peek(undefined);

  const { keys } = context.store.settings.get();
  const caller = identifyCaller(
    headerValue(captured.headers, "authorization"),
    keys,
    request.lineage.origin !== "captured",
  );
  const early = wireProblem(captured) ?? hostProblem(captured) ?? routeProblem(route, captured.method);
  if (early || route.kind !== "endpoint") {
    return refuse(early ?? unreachableRoute, caller.ok ? context.rates.peek(caller.property) : unknown);
  }
  if (!caller.ok) return refuse(caller.problem, unknown, authenticationChallenge);

  const { endpoint } = route;
  const { property } = caller;
  if (!caller.scopes.includes(endpoint.scope)) {
    return refuse(at("missing-scope", { scope: endpoint.scope }), context.rates.peek(property));
  }
  const { isAdmitted, state: rate } = context.rates.take(property);
  if (!isAdmitted && rate) {
    const seconds = rate.resetSeconds;
    return refuse(at("throttled", { seconds, limit: rate.limit }, "/data"), rate, [["Retry-After", String(seconds)]]);
  }

  const body = await readableBody(captured, endpoint.maxBodyBytes);
  if (!body.ok) return refuse(body.problem, rate);
  const read = readRequest(endpoint.id, body.bytes, request.at);
  if (read.ok) {
    const findings = property.startsWith("pk_") ? [requestFinding("klaviyo-key", ""), ...read.findings] : read.findings;
    return { ok: true, admitted: { endpoint, property, rate, ...read, findings } };
  }
  return { ok: false, outcome: refusedOutcome({ route, requestId, rate, ...read }) };
}

function at(code: Problem["code"], facts: NonNullable<Problem["facts"]>, pointer = "/data/"): Problem {
  return { code, pointer, facts };
}

/** Never sent: a route that is no endpoint has its problem. */
const unreachableRoute: Problem = at("server-error", {});

const wireProblems = {
  "timed-out": "request-timeout",
  malformed: "malformed-http",
  "cut-short": "incomplete-body",
  "crowded-out": "crowded-out",
  "client-gone": "client-gone",
} as const;

function wireProblem({ end }: CapturedRequest): Problem | undefined {
  return end === "complete" || end === "too-large" ? undefined : at(wireProblems[end], {});
}

function hostProblem({ headers }: CapturedRequest): Problem | undefined {
  const host = headerValue(headers, "host");
  return isLocalHostName(host) ? undefined : at("foreign-host", { host: host ?? "" });
}

function routeProblem(route: Route, method: string): Problem | undefined {
  if (route.kind === "endpoint") return undefined;
  const { resource } = route;
  return route.kind === "unsupported"
    ? at("unsupported-endpoint", { resource, alternative: route.alternative })
    : at("method-not-allowed", { resource, method, allow: route.allow });
}

type ReadableBody =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: Problem };

async function readableBody({ headers, body, end }: CapturedRequest, limit: number): Promise<ReadableBody> {
  const no = (code: Problem["code"], facts: NonNullable<Problem["facts"]>): ReadableBody => ({
    ok: false,
    problem: at(code, facts),
  });
  const type = headerValue(headers, "content-type");
  if (!isJsonMediaType(type)) return no("unsupported-media-type", { type: type ?? "" });
  if (end === "too-large") return no("body-not-kept", { limit, kept: bodyBounds.kept });

  const decoded = await decodeBody(body, headerValue(headers, "content-encoding"), limit);
  if (decoded.ok) return { ok: true, bytes: decoded.body };
  const { coding: encoding } = decoded;
  switch (decoded.reason) {
    case "too-large":
      return no("body-too-large", { limit });
    case "unsupported":
      return no("unsupported-encoding", { encoding });
    case "corrupt":
      return no("malformed-encoding", { encoding });
  }
}
