import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { unkeptSession } from "../../../../core/exchange/exchange.ts";
import { newSessionId } from "../../ids.ts";
import { findRow, findRows } from "../rows.ts";
import type { UnkeptTable } from "../store.ts";
import { Remembered, type TurnTransaction } from "../turnTransaction.ts";
import { openBytesOf, openDropExchange } from "./dropExchange.ts";
import { openMoveAll } from "./moveAll.ts";
import { sessionStates } from "./sessionRow.ts";
import type { OpenSessions } from "./sessionTable.ts";

/** So many are held. */
const most = 1000;
/** So many above that make way at once. */
const slack = 100;

const rowSchema = z.object({ key: z.int(), exchanges: z.int(), dropped: z.int() });
const placeSchema = z.object({ position: z.int() });

export interface OpenUnkept {
  readonly table: UnkeptTable;
  /** Where exchanges go while recording is paused. */
  session(): { readonly key: number; readonly id: string };
  stop(): void;
}

function statements(database: DatabaseSync) {
  return {
    row: database.prepare(`SELECT key, exchanges, dropped FROM sessions WHERE id = '${unkeptSession}'`),
    oldest: database.prepare("SELECT position FROM exchanges WHERE session = ? ORDER BY position LIMIT ?"),
    count: database.prepare(
      "UPDATE sessions SET exchanges = exchanges - ?2, bytes = bytes - ?3, dropped = dropped + ?2 WHERE key = ?1",
    ),
    remove: database.prepare(`UPDATE sessions SET id = ?2, removed = ${sessionStates.removed} WHERE key = ?1`),
    begin: database.prepare(
      `INSERT INTO sessions (id, name, created_at, opened, removed) VALUES ('${unkeptSession}', 'Not kept', '', 0, ${sessionStates.unkept})`,
    ),
  };
}

/** What is told of what is not kept. */
interface UnkeptListeners {
  /** Exchanges of a removed session wait to be deleted. */
  readonly onRemoved: () => void;
  /** The search has some that are no longer there. */
  readonly onDropped: () => void;
}

export function openUnkept(
  database: DatabaseSync,
  transaction: TurnTransaction,
  sessions: OpenSessions,
  { onRemoved, onDropped }: UnkeptListeners,
): OpenUnkept {
  const sql = statements(database);
  const bytesOf = openBytesOf(database);
  const drop = openDropExchange(database);
  const moveAll = openMoveAll(database);

  const current = (): z.infer<typeof rowSchema> => {
    transaction.settle();
    const found = findRow(rowSchema, sql.row);
    if (!found) throw new Error("The database has no place for what is not kept.");
    return found;
  };
  const key = new Remembered(transaction, () => current().key);
  let trimming: NodeJS.Immediate | undefined;

  function makeWay(): void {
    const { exchanges } = current();
    if (exchanges < most + slack) return;
    const places = findRows(placeSchema, sql.oldest, key.get(), exchanges - most);
    const bytes = places.reduce((sum, { position }) => sum + bytesOf(position), 0);
    for (const { position } of places) drop(position);
    sql.count.run(key.get(), places.length, bytes);
    onDropped();
  }

  function trim(): void {
    trimming = undefined;
    try {
      transaction.write(makeWay);
    } catch {
      // A full disk, most likely. Who records is told; the next exchange tries again.
    }
  }

  return {
    session() {
      trimming ??= setImmediate(trim);
      return { key: key.get(), id: unkeptSession };
    },
    stop: () => clearImmediate(trimming),
    table: {
      count() {
        const { exchanges, dropped } = current();
        return { exchanges, dropped };
      },
      keep: () =>
        transaction.write(() => {
          const { exchanges } = current();
          moveAll(key.get(), sessions.open().key);
          return exchanges;
        }),
      clear: () =>
        transaction.write(() => {
          sql.remove.run(key.get(), newSessionId());
          sql.begin.run();
          key.forget();
          onRemoved();
        }),
    },
  };
}
