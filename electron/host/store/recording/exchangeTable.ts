import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { z } from "zod";
import { bodyColumn, byteLength } from "../columns/bodyColumn.ts";
import { countFindings, findingsColumn } from "../columns/findingsColumn.ts";
import { headersColumn } from "../columns/headersColumn.ts";
import { nativePlace } from "../columns/nativePlace.ts";
import type { ExchangeRecord, RecordedNativeCall } from "../exchangeRecord.ts";
import { findRow } from "../rows.ts";
import type { ExchangeWriter } from "../store.ts";
import type { TurnTransaction } from "../turnTransaction.ts";
import { SessionCounts } from "./sessionCounts.ts";
import type { OpenSessions } from "./sessionTable.ts";

const placeSchema = z.object({ position: z.int(), session: z.int(), native_calls: z.int() });
const lastSchema = z.object({ seq: z.int() });

type Listener = Parameters<ExchangeWriter["onCommitted"]>[0];

function marks(count: number): string {
  return Array(count).fill("?").join(", ");
}

function statements(database: DatabaseSync) {
  return {
    exchange: database.prepare(
      `INSERT INTO exchanges (id, session, seq, at, origin, parent, endpoint, method, path, status, title, subject, duration_ms, request_bytes,
         native_calls, native_pending, lost, changed, assumed, advice, refused, finding_codes, leaves, leaves_mapped)
       VALUES (${marks(24)})`,
    ),
    payload: database.prepare(`INSERT INTO payloads VALUES (${marks(6)})`),
    nativeCall: database.prepare(`INSERT INTO native_calls VALUES (${marks(9)})`),
    find: database.prepare("SELECT position, session, native_calls FROM exchanges WHERE id = ?"),
    progress: database.prepare("UPDATE exchanges SET native_calls = ?, native_pending = ? WHERE position = ?"),
    note: database.prepare("INSERT INTO notes VALUES (?1, ?2) ON CONFLICT DO UPDATE SET text = ?2"),
    dropNote: database.prepare("DELETE FROM notes WHERE exchange = ?"),
    last: database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'exchanges'"),
  };
}

/** Records exchanges. Nothing is computed here that a reader could compute when someone looks. */
export function openExchangeTable(
  database: DatabaseSync,
  transaction: TurnTransaction,
  sessions: OpenSessions,
): ExchangeWriter {
  const sql = statements(database);
  const counts = new SessionCounts(database);
  transaction.keepDraft(counts);
  const listeners = new Set<Listener>();
  let progressed = new Set<string>();

  const lastPosition = (): number => findRow(lastSchema, sql.last)?.seq ?? 0;

  transaction.onCommitted(() => {
    const change = { lastPosition: lastPosition(), progressed: [...progressed] };
    progressed = new Set();
    for (const listener of listeners) listener(change);
  });

  function addNativeCalls(position: number, from: number, calls: readonly RecordedNativeCall[]): void {
    let index = from;
    for (const { request, response, durationMs } of calls) {
      sql.nativeCall.run(
        nativePlace(position, index),
        request.method,
        request.path,
        headersColumn(request.headers),
        bodyColumn(request.body),
        response?.status ?? null,
        response && headersColumn(response.headers),
        response && bodyColumn(response.body),
        durationMs,
      );
      index += 1;
    }
  }

  return {
    lastPosition,
    append(record, named) {
      const { request, response, findings } = record;
      const session = named === undefined ? sessions.open().key : sessions.keyOf(named);
      const seq = counts.count(session, bytesOfExchange(record), record.at);
      const { lastInsertRowid } = sql.exchange.run(...exchangeValues(record, session, seq));
      const position = Number(lastInsertRowid);
      sql.payload.run(
        position,
        headersColumn(request.headers),
        bodyColumn(request.body),
        response && headersColumn(response.headers),
        response && bodyColumn(response.body),
        findingsColumn(findings),
      );
      addNativeCalls(position, 0, record.native);
      return position;
    },
    has: (id) => findRow(placeSchema, sql.find, id) !== undefined,
    appendNative(id, calls, pending) {
      const place = findRow(placeSchema, sql.find, id);
      // Its session may have been removed while the calls were under way.
      if (!place) return;
      addNativeCalls(place.position, place.native_calls, calls);
      sql.progress.run(place.native_calls + calls.length, pending, place.position);
      counts.addBytes(place.session, bytesOfCalls(calls));
      progressed.add(id);
    },
    setNote(id, note) {
      if (note === "") sql.dropNote.run(id);
      else sql.note.run(id, note);
    },
    onCommitted(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** In the order of the statement's columns. */
function exchangeValues(record: ExchangeRecord, session: number, seq: number): SQLInputValue[] {
  const { request, response } = record;
  const { kinds, codes } = countFindings(record.findings);
  return [
    record.id,
    session,
    seq,
    record.at,
    record.origin,
    record.parent,
    record.endpoint,
    request.method,
    request.path,
    response?.status ?? null,
    record.title,
    record.subject,
    record.durationMs,
    byteLength(request.body),
    record.native.length,
    record.nativePending,
    kinds.lost,
    kinds.changed,
    kinds.assumed,
    kinds.advice,
    kinds.refused,
    codes,
    record.leaves,
    record.leavesMapped,
  ];
}

/** What a session's size counts: the bodies. */
function bytesOfExchange({ request, response, native }: ExchangeRecord): number {
  return byteLength(request.body) + (response ? byteLength(response.body) : 0) + bytesOfCalls(native);
}

function bytesOfCalls(calls: readonly RecordedNativeCall[]): number {
  let bytes = 0;
  for (const { request, response } of calls) {
    bytes += byteLength(request.body) + (response ? byteLength(response.body) : 0);
  }
  return bytes;
}
