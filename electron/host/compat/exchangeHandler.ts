import { redactPath } from "../../../core/exchange/secrets.ts";
import type { ProblemCode } from "../../../core/klaviyo/problem.ts";
import { type Route, resolveRoute } from "../../../core/klaviyo/route.ts";
import type { RequestFaults } from "../faults/requestFaults.ts";
import { fingerprintKey } from "../fingerprint.ts";
import { newRequestId } from "../ids.ts";
import type { ExchangeRecord } from "../store/exchangeRecord.ts";
import type { Answer, CapturedRequest, Lineage } from "../wire/capturedRequest.ts";
import { admit } from "./admit.ts";
import { carryOut } from "./carryOut.ts";
import { composeAnswer } from "./composeAnswer.ts";
import type { ExchangeContext, PerformContext } from "./exchangeContext.ts";
import { type Outcome, refusedOutcome } from "./outcome.ts";
import { recordOf } from "./recordOf.ts";

export interface Handled {
  /** The exchange, and the id that its answer carries. */
  readonly id: string;
  /** Undefined when there is no one left to answer. */
  readonly answer: Answer | undefined;
}

/** What became of a request, before it is kept. */
export interface Performed {
  readonly record: ExchangeRecord;
  /** Native calls to make once the record is on disk. */
  readonly deferred: Outcome["deferred"];
}

export interface ExchangeHandler {
  /** Handles a request on the compat surface. Never rejects; when it resolves, the exchange is on disk, or the answer is a 500. */
  handle(captured: CapturedRequest, lineage: Lineage): Promise<Handled>;
}

/** Capture, core, commit, answer: the whole way of an exchange. */
export function createExchangeHandler(context: ExchangeContext): ExchangeHandler {
  return {
    async handle(captured, lineage) {
      const id = newRequestId();
      try {
        // Only what comes off the wire is touched: a replay repeats.
        const faults = lineage.origin === "captured" ? context.faults.draw(captured) : undefined;
        const { record, answer, deferred } = await perform({ id, captured, lineage, faults }, context);
        context.store.exchanges.append(record);
        await context.store.committed();
        context.recordingLog.written();
        if (deferred) context.fanOut.start({ exchangeId: id, ...deferred });
        return { id, answer };
      } catch (fault) {
        context.recordingLog.failed(`The exchange ${id}`, fault);
        const route = resolveRoute(captured.method, captured.path);
        return { id, answer: composeAnswer(faultOutcome(route, id, "not-recorded"), id, captured) };
      }
    },
  };
}

/** Handles a request without keeping anything: for who keeps the record in a place of its own. A fault on the way is a 500. */
export function performExchange(
  captured: CapturedRequest,
  lineage: Lineage,
  context: PerformContext,
): Promise<Performed> {
  return perform({ id: newRequestId(), captured, lineage, faults: undefined }, context);
}

async function perform(
  { id, captured: received, lineage, faults }: Omit<Judged, "at" | "route">,
  context: PerformContext,
): Promise<Performed & { readonly answer: Answer | undefined }> {
  const at = context.now().toISOString();
  // A key in the address would come back in links and errors, and be recorded with them.
  const captured = { ...received, path: redactPath(received.path, fingerprintKey) };
  const started = performance.now();
  const route = resolveRoute(captured.method, captured.path);
  await faults?.holdBack();
  const outcome = await judge({ id, at, captured, lineage, route, faults }, context);
  const { sent, kept } = answerOf(outcome, id, captured, faults);
  const durationMs = performance.now() - started;
  const record = recordOf({ id, at, captured, lineage, outcome, answer: kept, durationMs });
  return { record, answer: sent, deferred: outcome.deferred };
}

/** What leaves, and what the record keeps of it: null where the client gets nothing. */
function answerOf(
  outcome: Outcome,
  id: string,
  captured: CapturedRequest,
  faults: RequestFaults | undefined,
): { readonly sent: Answer | undefined; readonly kept: Answer | null } {
  if (captured.end === "client-gone") return { sent: undefined, kept: null };
  const composed = composeAnswer(outcome, id, captured);
  if (!faults) return { sent: composed, kept: composed };
  const sent = faults.answer(composed);
  return { sent, kept: faults.isUnanswered ? null : sent };
}

interface Judged {
  readonly id: string;
  readonly at: string;
  readonly captured: CapturedRequest;
  readonly lineage: Lineage;
  readonly route: Route;
  readonly faults: RequestFaults | undefined;
}

/** A fault anywhere on the way is an outcome like any other: a recorded 500. */
async function judge(judged: Judged, context: PerformContext): Promise<Outcome> {
  const { id, route, faults } = judged;
  try {
    const outcome = await outcomeOf(judged, context);
    return faults ? { ...outcome, findings: [...outcome.findings, ...faults.findings()] } : outcome;
  } catch (fault) {
    context.log(`The exchange ${id} failed: ${stackOf(fault)}`);
    return faultOutcome(route, id);
  }
}

async function outcomeOf(judged: Judged, context: PerformContext): Promise<Outcome> {
  const { id: requestId, at, captured, lineage, route, faults } = judged;
  const refusal = faults?.refusal(captured, route);
  if (refusal) {
    const { problem, headers } = refusal;
    return refusedOutcome({ route, requestId, rate: undefined, problems: [problem], headers });
  }
  const admission = await admit({ captured, lineage, route, requestId, at }, context);
  if (!admission.ok) return admission.outcome;
  return carryOut({ route, admitted: admission.admitted, captured, requestId, at, faults }, context);
}

function faultOutcome(route: Route, requestId: string, code: ProblemCode = "server-error"): Outcome {
  const problems = [{ code, pointer: "/data/" }];
  return refusedOutcome({ route, requestId, rate: undefined, problems });
}

function stackOf(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}
