import type { Headers } from "../../../core/exchange/exchange.ts";
import { headerValue } from "../../../core/exchange/headers.ts";
import { problemFindings } from "../../../core/klaviyo/problem.ts";
import type { Route } from "../../../core/klaviyo/route.ts";
import { answerFindings } from "../../../core/translation/answerFindings.ts";
import { respond } from "../../../core/translation/respond.ts";
import { translate } from "../../../core/translation/translate.ts";
import type { Translation } from "../../../core/translation/translation.ts";
import type { RequestFaults } from "../faults/requestFaults.ts";
import type { NativeRoundTrip } from "../upstream/upstream.ts";
import type { CapturedRequest } from "../wire/capturedRequest.ts";
import type { Admitted } from "./admit.ts";
import type { PerformContext } from "./exchangeContext.ts";
import { type Outcome, refusedOutcome } from "./outcome.ts";

/** A client is waiting for the answer: a longer wait is handed on to it as the 429 that it is. */
const patienceMs = 5000;

interface CarriedOut {
  readonly route: Route;
  readonly admitted: Admitted;
  readonly captured: CapturedRequest;
  readonly requestId: string;
  readonly at: string;
  /** What goes wrong on purpose. */
  readonly faults: RequestFaults | undefined;
}

/** Translates an admitted request, makes its native calls and turns their answers into the client's. */
export async function carryOut(request: CarriedOut, context: PerformContext): Promise<Outcome> {
  const { route, admitted, requestId } = request;
  const { endpoint, property, document, rate } = admitted;
  const { metrics } = context.store.settings.get();
  const translation = translate(endpoint.id, document, { metrics, now: request.at });

  const upstream = request.faults?.upstream(context.upstream()) ?? context.upstream();
  const refusal = upstream.refusal();
  if (refusal) {
    const findings = [...admitted.findings, ...problemFindings([refusal])];
    return refusedOutcome({ route, requestId, rate, document, findings, problems: [refusal] });
  }
  if (upstream.defersBulk && endpoint.itemsPointer !== undefined) {
    const deferred = { calls: translation.native, upstream, property };
    return { ...outcomeOf(request, translation, [], context), deferred };
  }
  // The other requests of the turn are translated before the first of them goes on: see `endOfTurn`.
  await undefined;
  const trips = await upstream.send(translation.native, { property, patienceMs });
  return outcomeOf(request, translation, trips, context);
}

function outcomeOf(
  { route, admitted, captured, requestId, at }: CarriedOut,
  { native, findings, leaves, leavesMapped }: Translation,
  trips: readonly NativeRoundTrip[],
  { origin }: PerformContext,
): Outcome {
  const { endpoint, document, rate } = admitted;
  const answers = trips.map(({ answer }) => answer);
  const responded = respond(endpoint.id, document, answers, {
    requestId,
    path: captured.path,
    origin: originOf(captured) ?? origin(),
    now: at,
  });
  return {
    route,
    rate,
    document,
    status: responded.status,
    body: responded.body,
    headers: extraHeaders(responded.headers),
    problems: responded.problems,
    findings: [
      ...admitted.findings,
      ...findings,
      ...answerFindings({ endpoint: endpoint.id, native }, document, answers),
      ...problemFindings(responded.problems),
    ],
    native: trips.map(({ recorded }) => recorded),
    leaves,
    leavesMapped,
  };
}

/** As the client called it: links repeat the address of the request. The name of the host has been checked. */
function originOf({ headers }: CapturedRequest): string | undefined {
  const host = headerValue(headers, "host");
  return host ? `http://${host}` : undefined;
}

/** The media type is the surface's own, whatever was answered. */
function extraHeaders(headers: Readonly<Record<string, string>>): Headers {
  return Object.entries(headers).filter(([name]) => name.toLowerCase() !== "content-type");
}
