import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { nativePlace } from "../columns/nativePlace.ts";
import { PendingRows } from "../pendingRows.ts";
import { findRow, findRows } from "../rows.ts";
import type { ExchangeWriter } from "../store.ts";
import type { TurnTransaction } from "../turnTransaction.ts";
import { copiesOf } from "./copyId.ts";
import { bytesOfCalls, bytesOfExchange, callColumns, type ExchangeRows, exchangeRows } from "./recordedRows.ts";
import { SessionCounts } from "./sessionCounts.ts";
import type { OpenSessions } from "./sessionTable.ts";

const placeSchema = z.object({ id: z.string(), position: z.int(), session: z.int(), native_calls: z.int() });
const placeColumns = "id, position, session, native_calls";
const lastSchema = z.object({ seq: z.int() });

interface PlacedRows extends ExchangeRows {
  readonly session: number;
  readonly seq: number;
}

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
    find: database.prepare(`SELECT ${placeColumns} FROM exchanges WHERE id = ?`),
    goingOn: database.prepare(
      `SELECT ${placeColumns} FROM exchanges WHERE (id = ? OR id BETWEEN ? AND ?) AND native_pending > 0`,
    ),
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
  const pending = new PendingRows(insert, ({ id }) => id);
  transaction.keepDraft(counts);
  transaction.keepDraft(pending);
  const listeners = new Set<Listener>();
  let progressed = new Set<string>();

  const lastPosition = (): number => findRow(lastSchema, sql.last)?.seq ?? 0;

  transaction.onCommitted(() => {
    const change = { lastPosition: lastPosition(), progressed: [...progressed] };
    progressed = new Set();
    for (const listener of listeners) listener(change);
  });

  function insertCalls(position: number, from: number, calls: ExchangeRows["calls"]): void {
    let index = from;
    for (const columns of calls) {
      sql.nativeCall.run(nativePlace(position, index), ...columns);
      index += 1;
    }
  }

  function insert({ id, session, seq, exchange, payload, calls }: PlacedRows): void {
    const position = Number(sql.exchange.run(id, session, seq, ...exchange).lastInsertRowid);
    sql.payload.run(position, ...payload);
    insertCalls(position, 0, calls);
  }

  return {
    lastPosition,
    append(record, named) {
      transaction.join();
      const session = named === undefined ? sessions.open().key : sessions.keyOf(named);
      const rows = exchangeRows(record);
      const seq = counts.count(session, bytesOfExchange(record), record.at);
      pending.add({ ...rows, session, seq });
    },
    has: (id) => pending.find(id) !== undefined || findRow(placeSchema, sql.find, id) !== undefined,
    appendNative(id, calls, callsToCome) {
      transaction.settle();
      const columns = calls.map(callColumns);
      // Its session may have been removed, and copies of it made, while the calls were under way.
      for (const place of findRows(placeSchema, sql.goingOn, id, ...copiesOf(id))) {
        insertCalls(place.position, place.native_calls, columns);
        sql.progress.run(place.native_calls + calls.length, callsToCome, place.position);
        counts.addBytes(place.session, bytesOfCalls(calls));
        progressed.add(place.id);
      }
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
