import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { z } from "zod";
import { nativePlaces } from "../columns/nativePlace.ts";
import { findRow } from "../rows.ts";
import type { ExchangeTransfer } from "../store.ts";
import type { TurnTransaction } from "../turnTransaction.ts";
import { copyId } from "./copyId.ts";
import { openBytesOf, openDropExchange } from "./dropExchange.ts";
import { sessionStates } from "./sessionRow.ts";
import type { OpenSessions } from "./sessionTable.ts";

const originalSchema = z.object({ id: z.string(), at: z.string(), parent: z.string().nullable() });
const placeSchema = z.object({ position: z.int() });
const keySchema = z.object({ key: z.int() });
const seqSchema = z.object({ seq: z.int() });
const sourceSchema = z.object({ id: z.string() });

const copied =
  "endpoint, method, path, status, title, subject, duration_ms, request_bytes, native_calls, native_pending, lost, changed, assumed, advice, refused, finding_codes, leaves, leaves_mapped";
const message = "request_headers, request_body";
const answer = "response_headers, response_body";

function statements(database: DatabaseSync) {
  return {
    original: database.prepare("SELECT id, at, parent FROM exchanges WHERE position = ?"),
    place: database.prepare("SELECT position FROM exchanges WHERE id = ?"),
    exchange: database.prepare(
      `INSERT INTO exchanges (id, session, seq, at, origin, parent, ${copied})
       SELECT ?2, ?3, ?4, at, origin, ?5, ${copied} FROM exchanges WHERE position = ?1`,
    ),
    payload: database.prepare(
      `INSERT INTO payloads (position, ${message}, ${answer}, findings)
       SELECT ?2, ${message}, ${answer}, findings FROM payloads WHERE position = ?1`,
    ),
    calls: database.prepare(
      `INSERT INTO native_calls (place, method, path, ${message}, status, ${answer}, duration_ms)
       SELECT place - ?1 + ?3, method, path, ${message}, status, ${answer}, duration_ms FROM native_calls WHERE place BETWEEN ?1 AND ?2`,
    ),
    note: database.prepare("INSERT INTO notes (exchange, text) SELECT ?2, text FROM notes WHERE exchange = ?1"),
    move: database.prepare("UPDATE exchanges SET session = ?3, seq = ?4 WHERE position = ?1 AND session = ?2"),
    number: database.prepare("UPDATE sessions SET last_seq = last_seq + 1 WHERE key = ? RETURNING last_seq AS seq"),
    add: database.prepare(
      `UPDATE sessions SET exchanges = exchanges + 1, bytes = bytes + ?2, first_at = min(coalesce(first_at, ?3), ?3), last_at = max(coalesce(last_at, ?3), ?3)
       WHERE key = ?1`,
    ),
    take: database.prepare("UPDATE sessions SET exchanges = exchanges - 1, bytes = bytes - ?2 WHERE key = ?1"),
    ends: database.prepare(
      `UPDATE sessions SET first_at = (SELECT at FROM exchanges WHERE session = ?1 ORDER BY position LIMIT 1),
         last_at = (SELECT at FROM exchanges WHERE session = ?1 ORDER BY position DESC LIMIT 1)
       WHERE key = ?1`,
    ),
    // One that was removed while its exchanges move can be had back, with what is left in it.
    key: database.prepare(`SELECT key FROM sessions WHERE id = ? AND removed <> ${sessionStates.deleting}`),
    forget: database.prepare("UPDATE sessions SET dropped = dropped + ?2 WHERE key = ?1"),
    isIn: database.prepare("SELECT position FROM exchanges WHERE position = ? AND session = ?"),
    setSource: database.prepare("UPDATE sessions SET source = ?2 WHERE key = ?1"),
    source: database.prepare(
      "SELECT whole.id FROM sessions AS part JOIN sessions AS whole ON whole.key = part.source WHERE part.id = ?",
    ),
  };
}

/** Copying, moving and dropping exchanges. `onDropped` is told that the search has some that are no longer there. */
export function openTransfer(
  database: DatabaseSync,
  transaction: TurnTransaction,
  { table, keyOf }: OpenSessions,
  onDropped: () => void,
): ExchangeTransfer {
  const sql = statements(database);
  const bytesOf = openBytesOf(database);
  const dropExchange = openDropExchange(database);
  const keyOfAny = (id: string): number => {
    const row = findRow(keySchema, sql.key, id);
    if (!row) throw new Error("This session is no longer there.");
    return row.key;
  };
  const numberIn = (session: number): SQLInputValue => findRow(seqSchema, sql.number, session)?.seq ?? null;

  return {
    copy(position, session, isCopied) {
      const original = findRow(originalSchema, sql.original, position);
      if (!original) return false;
      const { id, at, parent } = original;
      const key = keyOf(session);
      const parentPlace = parent === null ? undefined : findRow(placeSchema, sql.place, parent)?.position;
      const hasCopiedParent = parent !== null && parentPlace !== undefined && isCopied(parentPlace);
      const newId = copyId(session, id);
      const newParent = hasCopiedParent ? copyId(session, parent) : parent;
      const { lastInsertRowid } = sql.exchange.run(position, newId, key, numberIn(key), newParent);
      const newPosition = Number(lastInsertRowid);
      sql.payload.run(position, newPosition);
      sql.calls.run(...nativePlaces(position), nativePlaces(newPosition)[0]);
      sql.note.run(id, newId);
      sql.add.run(key, bytesOf(position), at);
      return true;
    },
    beginPart: (name, source) =>
      transaction.write(() => {
        const part = table.begin(name);
        sql.setSource.run(keyOf(part), keyOf(source));
        return part;
      }),
    sourceOf: (part) => findRow(sourceSchema, sql.source, part)?.id,
    move(positions, from, to) {
      transaction.settle();
      const [source, target] = [keyOfAny(from), keyOfAny(to)];
      for (const position of positions) {
        const original = findRow(originalSchema, sql.original, position);
        const { changes } = sql.move.run(position, source, target, numberIn(target));
        if (!original || changes === 0) continue;
        const bytes = bytesOf(position);
        sql.take.run(source, bytes);
        sql.add.run(target, bytes, original.at);
      }
      sql.ends.run(source);
    },
    drop(positions, session) {
      transaction.settle();
      const key = keyOf(session);
      const there = positions.filter((position) => findRow(placeSchema, sql.isIn, position, key));
      for (const position of there) {
        sql.take.run(key, bytesOf(position));
        dropExchange(position);
      }
      sql.forget.run(key, there.length);
      sql.ends.run(key);
      onDropped();
    },
  };
}
