import { z } from "zod";
import { type ExchangeSummary, origins } from "../../../../core/exchange/exchange.ts";
import { faultFindingCode } from "../../../../core/faults/describeFaults.ts";
import { sessionStates } from "../recording/sessionRow.ts";

/** What a list row needs, from `exchanges AS e JOIN sessions AS s`. */
export const summaryColumns = `e.position, e.id, s.id AS session, e.seq, e.at, e.origin, e.parent, e.endpoint, e.method, e.path, e.status, e.title, e.subject,
  e.duration_ms, e.request_bytes, e.native_calls, e.native_pending, e.lost, e.changed, e.assumed, e.advice, e.refused,
  instr(e.finding_codes, ' ${faultFindingCode} ') > 0 AS is_faulted, e.leaves, e.leaves_mapped`;

const { inUse, unkept } = sessionStates;

/** Exchanges that are there, kept or not: those of a removed session wait to be deleted. */
export const liveExchanges = `exchanges AS e JOIN sessions AS s ON s.key = e.session AND s.removed IN (${inUse}, ${unkept})`;

export const summaryRowSchema: z.ZodType<ExchangeSummary> = z
  .object({
    position: z.int(),
    id: z.string(),
    session: z.string(),
    seq: z.int(),
    at: z.string(),
    origin: z.enum(origins),
    parent: z.string().nullable(),
    endpoint: z.string(),
    method: z.string(),
    path: z.string(),
    status: z.int().nullable(),
    title: z.string(),
    subject: z.string(),
    duration_ms: z.number(),
    request_bytes: z.int(),
    native_calls: z.int(),
    native_pending: z.int(),
    lost: z.int(),
    changed: z.int(),
    assumed: z.int(),
    advice: z.int(),
    refused: z.int(),
    is_faulted: z.int(),
    leaves: z.int(),
    leaves_mapped: z.int(),
  })
  .transform(
    ({
      duration_ms,
      request_bytes,
      native_calls,
      native_pending,
      leaves_mapped,
      is_faulted,
      lost,
      changed,
      assumed,
      advice,
      refused,
      ...same
    }) => ({
      ...same,
      durationMs: duration_ms,
      requestBytes: request_bytes,
      nativeCalls: native_calls,
      nativePending: native_pending,
      leavesMapped: leaves_mapped,
      findings: { lost, changed, assumed, advice, refused },
      isFaulted: is_faulted > 0,
    }),
  );
