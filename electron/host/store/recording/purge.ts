import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { findRow, findRows } from "../rows.ts";
import type { TurnTransaction } from "../turnTransaction.ts";
import { openDropExchange } from "./dropExchange.ts";
import { sessionStates } from "./sessionRow.ts";

const { removed, deleting } = sessionStates;
/** So long a removed session can be had back. Milliseconds. */
const graceMs = 30_000;
const sliceSize = 200;
const pauseMs = 10;
const retryMs = 60_000;
const sessionSchema = z.object({ key: z.int(), id: z.string() });
const rowSchema = z.object({ position: z.int() });

export interface Purge {
  /** A session was removed: once it cannot be had back any more, nothing is left of it. */
  removed(): void;
  stop(): void;
}

/** Says whether there is more to delete. */
type Step = () => boolean;

/**
 * Deletes the exchanges of removed sessions in slices between requests: a session of a hundred thousand deleted at once would hold up every answer for
 * seconds. What a stop leaves undone goes on at the next start.
 */
export function openPurge(database: DatabaseSync, transaction: TurnTransaction, onDone: () => void): Purge {
  const doomed = database.prepare(`SELECT key, id FROM sessions WHERE removed = ${deleting} LIMIT 1`);
  const doom = database.prepare(`UPDATE sessions SET removed = ${deleting} WHERE removed = ${removed}`);
  const slice = database.prepare(`SELECT position FROM exchanges WHERE session = ? LIMIT ${sliceSize}`);
  const drop = openDropExchange(database);
  const dropResults = database.prepare(
    `DELETE FROM replay_results WHERE position IN (SELECT position FROM replay_results WHERE session = ? LIMIT ${sliceSize})`,
  );
  const dropReplay = database.prepare("DELETE FROM replays WHERE session = ?");
  const dropSession = database.prepare("DELETE FROM sessions WHERE key = ?");
  const timers = new Map<Step, NodeJS.Timeout>();
  let isStopped = false;

  function dropSlice(): boolean {
    const session = findRow(sessionSchema, doomed);
    if (!session) return false;
    const rows = findRows(rowSchema, slice, session.key);
    for (const { position } of rows) drop(position);
    const { changes: results } = dropResults.run(session.id);
    if (rows.length < sliceSize && results === 0) {
      dropReplay.run(session.id);
      dropSession.run(session.key);
    }
    return true;
  }

  function doomRemoved(): boolean {
    doom.run();
    return true;
  }

  function schedule(step: Step, ms: number): void {
    clearTimeout(timers.get(step));
    timers.set(step, setTimeout(() => void carryOut(step), ms).unref());
  }

  async function carryOut(step: Step): Promise<void> {
    try {
      const hasMore = transaction.write(step);
      await transaction.committed();
      if (isStopped) return;
      if (hasMore) schedule(dropSlice, pauseMs);
      else onDone();
    } catch {
      // A full disk, or another process that writes. Who records is told; what is left here can wait.
      if (!isStopped) schedule(step, retryMs);
    }
  }

  if (findRow(sessionSchema, doomed)) schedule(dropSlice, pauseMs);
  return {
    removed: () => schedule(doomRemoved, graceMs),
    stop() {
      isStopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
