import type { Exchange } from "../../../core/exchange/exchange.ts";
import type { MetricTable } from "../../../core/translation/translation.ts";
import { newRequestId } from "../ids.ts";
import { importedRecord } from "../import/importedRecord.ts";
import { bodyColumn, readBody } from "../store/columns/bodyColumn.ts";
import type { ExchangeRecord } from "../store/exchangeRecord.ts";
import type { SentRequest, TargetAnswer } from "./httpTarget.ts";

interface Replayed {
  readonly sent: SentRequest;
  readonly answer: TargetAnswer | null;
  readonly durationMs: number;
  readonly metrics: MetricTable;
}

const bodyOf = (bytes: Uint8Array | string) => readBody(bodyColumn(bytes));

/** What a target elsewhere made of a request, as the store takes it. Native calls that it made are not seen. */
export function replayedRecord(recorded: Exchange, { sent, answer, durationMs, metrics }: Replayed): ExchangeRecord {
  const replayed = {
    id: newRequestId(),
    at: new Date().toISOString(),
    parent: recorded.id,
    request: { ...sent, body: bodyOf(sent.body) },
    response: answer && { ...answer, body: bodyOf(answer.body) },
    durationMs,
  };
  const imported = importedRecord(replayed, metrics);
  return { ...imported, origin: "replayed" };
}

/** A record as the exchange that it becomes in the place of `recorded`, for comparing. */
export function exchangeOf(record: ExchangeRecord, { session, seq }: Exchange): Exchange {
  const { id, at, origin, parent, endpoint, request, native, response, findings, durationMs } = record;
  return {
    id,
    session,
    seq,
    at,
    origin,
    parent,
    endpoint,
    request: { ...request, body: bodyOf(request.body) },
    native: native.map((call) => ({
      request: { ...call.request, body: bodyOf(call.request.body) },
      response: call.response && { ...call.response, body: bodyOf(call.response.body) },
      durationMs: call.durationMs,
    })),
    response: response && { ...response, body: bodyOf(response.body) },
    findings: [...findings],
    durationMs,
  };
}
