import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { type Session, sessionSchema } from "../../../../core/exchange/exchange.ts";
import { newSessionId } from "../../ids.ts";
import { findRow, findRows } from "../rows.ts";
import type { SessionTable } from "../store.ts";
import { Remembered, type TurnTransaction } from "../turnTransaction.ts";

const columns = `id, name, created_at AS createdAt, exchanges, bytes, first_at AS firstAt, last_at AS lastAt`;
const openSchema = z.object({ key: z.int(), id: z.string() });
const keySchema = z.object({ key: z.int() });
const firstName = "First session";

/** The session table, and what recording needs of it. */
export interface OpenSessions {
  readonly table: SessionTable;
  /** The session that is recorded into; there always is one. */
  open(): { readonly key: number; readonly id: string };
}

/** `onRemoved` is told that a removed session's exchanges wait to be deleted. */
export function openSessions(
  database: DatabaseSync,
  transaction: TurnTransaction,
  now: () => Date,
  onRemoved: () => void,
): OpenSessions {
  const all = database.prepare(`SELECT ${columns} FROM sessions WHERE removed = 0 ORDER BY key DESC`);
  const one = database.prepare(`SELECT ${columns} FROM sessions WHERE id = ? AND removed = 0`);
  const opened = database.prepare("SELECT key, id FROM sessions WHERE removed = 0 AND opened > 0 ORDER BY opened DESC");
  const newest = database.prepare("SELECT key, id FROM sessions WHERE removed = 0 ORDER BY key DESC");
  const insert = database.prepare("INSERT INTO sessions (id, name, created_at, opened) VALUES (?, ?, ?, 0)");
  const rename = database.prepare("UPDATE sessions SET name = ? WHERE id = ? AND removed = 0");
  const markOpen = database.prepare(
    "UPDATE sessions SET opened = (SELECT max(opened) FROM sessions) + 1 WHERE id = ? AND removed = 0",
  );
  const markRemoved = database.prepare(
    "UPDATE sessions SET removed = 1, opened = 0 WHERE id = ? AND removed = 0 RETURNING key",
  );

  const openOne = new Remembered(transaction, () => findRow(openSchema, opened));
  const table: SessionTable = {
    get openId() {
      return open().id;
    },
    list: () => findRows(sessionSchema, all),
    get,
    create: (name) =>
      transaction.write(() => {
        const id = newSessionId();
        insert.run(id, name, now().toISOString());
        return existing(id);
      }),
    rename: (id, name) =>
      transaction.write(() => {
        rename.run(name, id);
        return get(id);
      }),
    open: (id) =>
      transaction.write(() => {
        markOpen.run(id);
        openOne.forget();
        return get(id);
      }),
    remove: (id) =>
      transaction.write(() => {
        const wasOpen = open().id === id;
        if (!findRow(keySchema, markRemoved, id)) return undefined;
        openOne.forget();
        onRemoved();
        if (wasOpen) table.open(findRow(openSchema, newest)?.id ?? table.create(firstName).id);
        return open().id;
      }),
  };

  function get(id: string): Session | undefined {
    return findRow(sessionSchema, one, id);
  }
  function existing(id: string): Session {
    const session = get(id);
    if (!session) throw new Error(`The session ${id} is not in the database.`);
    return session;
  }
  function open(): z.infer<typeof openSchema> {
    const current = openOne.get();
    if (!current) throw new Error("The database has no open session.");
    return current;
  }

  if (!openOne.get()) {
    table.open(findRow(openSchema, newest)?.id ?? table.create(firstName).id);
    transaction.flush();
  }
  return { table, open };
}
