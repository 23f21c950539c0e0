import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { findRow } from "../rows.ts";
import type { ExchangeWriter } from "../store.ts";
import type { TurnTransaction } from "../turnTransaction.ts";
import { PendingExchanges } from "./pendingExchanges.ts";
import { bytesOfCalls, bytesOfExchange, callColumns, exchangeRows } from "./recordedRows.ts";
import { SessionCounts } from "./sessionCounts.ts";
import type { OpenSessions } from "./sessionTable.ts";

const placeSchema = z.object({ position: z.int(), session: z.int(), native_calls: z.int() });
const lastSchema = z.object({ seq: z.int() });

type Listener = Parameters<ExchangeWriter["onCommitted"]>[0];

function statements(database: DatabaseSync) {
  return {
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
  const pending = new PendingExchanges(database);
  transaction.keepDraft(counts);
  transaction.keepDraft(pending);
  const listeners = new Set<Listener>();
  let progressed = new Set<string>();

  const lastPosition = (): number => findRow(lastSchema, sql.last)?.seq ?? 0;
  const find = (id: string) => {
    transaction.settle();
    return findRow(placeSchema, sql.find, id);
  };

  transaction.onCommitted(() => {
    const change = { lastPosition: lastPosition(), progressed: [...progressed] };
    progressed = new Set();
    for (const listener of listeners) listener(change);
  });

  return {
    lastPosition,
    append(record, named) {
      const session = named === undefined ? sessions.open().key : sessions.keyOf(named);
      const seq = counts.count(session, bytesOfExchange(record), record.at);
      pending.add(exchangeRows(record, session, seq));
    },
    has: (id) => find(id) !== undefined,
    appendNative(id, calls, pendingCalls) {
      const place = find(id);
      // Its session may have been removed while the calls were under way.
      if (!place) return;
      pending.insertCalls(place.position, place.native_calls, calls.map(callColumns));
      sql.progress.run(place.native_calls + calls.length, pendingCalls, place.position);
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
