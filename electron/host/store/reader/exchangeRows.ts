import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type { Exchange, ExchangeSummary, Headers } from "../../../../core/exchange/exchange.ts";
import { type BodyColumn, bodyColumnSchema, readBody } from "../columns/bodyColumn.ts";
import { readFindings } from "../columns/findingsColumn.ts";
import { headersColumnSchema } from "../columns/headersColumn.ts";
import { nativeIndex, nativePlace, nativePlaces } from "../columns/nativePlace.ts";
import { findRow, findRows } from "../rows.ts";
import { liveExchanges, summaryColumns, summaryRowSchema } from "./summaryRow.ts";

const payloadSchema = z.object({
  request_headers: headersColumnSchema,
  request_body: bodyColumnSchema,
  response_headers: headersColumnSchema.nullable(),
  response_body: bodyColumnSchema.nullable(),
});
export type Payload = z.infer<typeof payloadSchema>;

const nativeCallSchema = z.object({
  place: z.int(),
  method: z.string(),
  path: z.string(),
  request_headers: headersColumnSchema,
  request_body: bodyColumnSchema,
  status: z.int().nullable(),
  response_headers: headersColumnSchema.nullable(),
  response_body: bodyColumnSchema.nullable(),
  duration_ms: z.number(),
});
export type NativeCallRow = z.infer<typeof nativeCallSchema> & { readonly index: number };

const noteSchema = z.object({ text: z.string() });
/** Ten thousand rows cost more than one with ten thousand numbers. */
const statusesSchema = z.object({
  statuses: z.string().transform((text) => z.array(z.int().nullable()).parse(JSON.parse(text))),
});
const findingsSchema = z.object({ findings: z.string().transform(readFindings) });

/** What the database holds of one exchange. */
export interface ExchangeRows {
  summary(id: string): ExchangeSummary | undefined;
  note(id: string): string;
  children(id: string): ExchangeSummary[];
  payload(position: number): Payload;
  findings(position: number): Exchange["findings"];
  nativeCalls(position: number): NativeCallRow[];
  nativeCall(position: number, index: number): NativeCallRow | undefined;
  /** The statuses of all native calls in their order, without their bodies; null where no answer came. */
  nativeStatuses(position: number): (number | null)[];
  exchange(id: string): Exchange | undefined;
  exchangeAt(position: number): Exchange | undefined;
}

export function openExchangeRows(database: DatabaseSync): ExchangeRows {
  const summaries = database.prepare(`SELECT ${summaryColumns} FROM ${liveExchanges} WHERE e.id = ?`);
  const summariesAt = database.prepare(`SELECT ${summaryColumns} FROM ${liveExchanges} WHERE e.position = ?`);
  const children = database.prepare(
    `SELECT ${summaryColumns} FROM ${liveExchanges} WHERE e.parent = ? ORDER BY e.position`,
  );
  const notes = database.prepare("SELECT text FROM notes WHERE exchange = ?");
  const payloads = database.prepare(
    "SELECT request_headers, request_body, response_headers, response_body FROM payloads WHERE position = ?",
  );
  const findings = database.prepare("SELECT findings FROM payloads WHERE position = ?");
  const calls = database.prepare("SELECT * FROM native_calls WHERE place BETWEEN ? AND ? ORDER BY place");
  const call = database.prepare("SELECT * FROM native_calls WHERE place = ?");
  const statuses = database.prepare(
    "SELECT json_group_array(status ORDER BY place) AS statuses FROM native_calls WHERE place BETWEEN ? AND ?",
  );
  const withIndex = (row: z.infer<typeof nativeCallSchema>): NativeCallRow => ({
    ...row,
    index: nativeIndex(row.place),
  });

  const rows: ExchangeRows = {
    summary: (id) => findRow(summaryRowSchema, summaries, id),
    note: (id) => findRow(noteSchema, notes, id)?.text ?? "",
    children: (id) => findRows(summaryRowSchema, children, id),
    payload: (position) => present(findRow(payloadSchema, payloads, position)),
    findings: (position) => present(findRow(findingsSchema, findings, position)).findings,
    nativeCalls: (position) => findRows(nativeCallSchema, calls, ...nativePlaces(position)).map(withIndex),
    nativeCall: (position, index) => {
      const row = findRow(nativeCallSchema, call, nativePlace(position, index));
      return row && withIndex(row);
    },
    nativeStatuses: (position) => present(findRow(statusesSchema, statuses, ...nativePlaces(position))).statuses,
    exchange: (id) => {
      const summary = rows.summary(id);
      return summary && wholeExchange(rows, summary);
    },
    exchangeAt: (position) => {
      const summary = findRow(summaryRowSchema, summariesAt, position);
      return summary && wholeExchange(rows, summary);
    },
  };
  return rows;
}

function wholeExchange(rows: ExchangeRows, summary: ExchangeSummary): Exchange {
  const { position, method, path, status } = summary;
  const payload = rows.payload(position);
  const native = rows.nativeCalls(position).map((call) => ({
    request: requestOf(call, call),
    response: responseOf(call.status, call),
    durationMs: call.duration_ms,
  }));
  const { id, session, seq, at, origin, parent, endpoint, durationMs } = summary;
  return {
    id,
    session,
    seq,
    at,
    origin,
    parent,
    endpoint,
    request: requestOf({ method, path }, payload),
    native,
    response: responseOf(status, payload),
    findings: rows.findings(position),
    durationMs,
  };
}

type Line = { readonly method: string; readonly path: string };
type Sent = { readonly request_headers: Headers; readonly request_body: BodyColumn };
type Answered = { readonly response_headers: Headers | null; readonly response_body: BodyColumn | null };

function requestOf({ method, path }: Line, { request_headers, request_body }: Sent): Exchange["request"] {
  return { method, path, headers: request_headers, body: readBody(request_body) };
}

function responseOf(status: number | null, { response_headers, response_body }: Answered): Exchange["response"] {
  if (status === null) return null;
  return { status, headers: response_headers ?? [], body: readBody(response_body ?? "") };
}

function present<T>(row: T | undefined): T {
  if (row === undefined) throw new Error("The exchange has gone while it was read.");
  return row;
}
