import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type { Session } from "../../../../core/exchange/exchange.ts";
import { newSessionId } from "../../ids.ts";
import { findRow, findRows } from "../rows.ts";
import type { SessionTable } from "../store.ts";
import { Remembered, type TurnTransaction } from "../turnTransaction.ts";
import { sessionColumns, sessionRowSchema, sessionStates } from "./sessionRow.ts";

const { inUse, removed, building } = sessionStates;
const openSchema = z.object({ key: z.int(), id: z.string() });
const keySchema = z.object({ key: z.int() });
const versionSchema = z.object({ version: z.string() });
const firstName = "First session";

/** The session table, and what recording needs of it. */
export interface OpenSessions {
  readonly table: SessionTable;
  /** The session that is recorded into; there always is one. */
  open(): { readonly key: number; readonly id: string };
  /** The key of a session in use or under construction. Throws where there is none. */
  keyOf(id: string): number;
}

function statements(database: DatabaseSync) {
  const inState = (state: number) => `removed = ${state}`;
  return {
    all: database.prepare(`SELECT ${sessionColumns} FROM sessions WHERE ${inState(inUse)} ORDER BY key DESC`),
    one: database.prepare(`SELECT ${sessionColumns} FROM sessions WHERE id = ? AND ${inState(inUse)}`),
    // Numbers are never given twice: with the same last one, exchanges can only have gone, or their calls have been added.
    version: database.prepare(
      `SELECT concat_ws(' ', last_seq, exchanges, bytes) AS version FROM sessions WHERE id = ? AND ${inState(inUse)}`,
    ),
    key: database.prepare(`SELECT key FROM sessions WHERE id = ? AND removed IN (${inUse}, ${building})`),
    opened: database.prepare(
      `SELECT key, id FROM sessions WHERE ${inState(inUse)} AND opened > 0 ORDER BY opened DESC`,
    ),
    insert: database.prepare("INSERT INTO sessions (id, name, created_at, opened, removed) VALUES (?, ?, ?, 0, ?)"),
    update: database.prepare(
      `UPDATE sessions SET name = coalesce(?2, name), note = coalesce(?3, note), tags = coalesce(?4, tags)
       WHERE id = ?1 AND ${inState(inUse)}`,
    ),
    markOpen: database.prepare(
      `UPDATE sessions SET opened = (SELECT max(opened) FROM sessions) + 1 WHERE id = ? AND ${inState(inUse)}`,
    ),
    move: database.prepare("UPDATE sessions SET removed = ?3 WHERE id = ?1 AND removed = ?2 RETURNING key"),
  };
}

function present<T>(value: T | undefined, otherwise: string): T {
  if (value === undefined) throw new Error(otherwise);
  return value;
}

/** `onRemoved` is told that a removed session's exchanges wait to be deleted. */
export function openSessions(
  database: DatabaseSync,
  transaction: TurnTransaction,
  onRemoved: () => void,
): OpenSessions {
  const sql = statements(database);
  const openOne = new Remembered(transaction, () => findRow(openSchema, sql.opened));

  const get = (id: string): Session | undefined => {
    transaction.settle();
    return findRow(sessionRowSchema, sql.one, id);
  };
  const move = (id: string, from: number, to: number): boolean =>
    findRow(keySchema, sql.move, id, from, to) !== undefined;
  const insert = (name: string, state: number): string => {
    const id = newSessionId();
    sql.insert.run(id, name, new Date().toISOString(), state);
    return id;
  };
  const open = (): z.infer<typeof openSchema> => present(openOne.get(), "The database has no open session.");

  const table: SessionTable = {
    get openId() {
      return open().id;
    },
    list() {
      transaction.settle();
      return findRows(sessionRowSchema, sql.all);
    },
    get,
    version(id) {
      transaction.settle();
      return findRow(versionSchema, sql.version, id)?.version;
    },
    create: (name) =>
      transaction.write(() => present(get(insert(name, inUse)), "The new session is not in the database.")),
    update: (id, { name = null, note = null, tags }) =>
      transaction.write(() => {
        sql.update.run(id, name, note, tags ? JSON.stringify(tags) : null);
        return get(id);
      }),
    open: (id) =>
      transaction.write(() => {
        sql.markOpen.run(id);
        openOne.forget();
        return get(id);
      }),
    remove: (id) =>
      transaction.write(() => {
        if (!move(id, inUse, removed)) return undefined;
        openOne.forget();
        onRemoved();
        openAny();
        return open().id;
      }),
    restore: (id) => transaction.write(() => (move(id, removed, inUse) ? get(id) : undefined)),
    begin: (name) => transaction.write(() => insert(name, building)),
    reveal: (id) => transaction.write(() => (move(id, building, inUse) ? get(id) : undefined)),
    discard: (id) =>
      transaction.write(() => {
        if (move(id, building, removed)) onRemoved();
      }),
  };

  /** What was recorded into before goes on being recorded into; the answers of a replay, or an import, never begin to be. */
  function openAny(): void {
    if (!openOne.get()) table.open(table.create(firstName).id);
  }

  openAny();
  transaction.flush();
  return {
    table,
    open,
    keyOf(id) {
      const row = findRow(keySchema, sql.key, id);
      if (!row) throw new Error("This session is no longer there.");
      return row.key;
    },
  };
}
