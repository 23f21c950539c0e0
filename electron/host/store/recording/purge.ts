import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { nativePlaces } from "../columns/nativePlace.ts";
import { findRow, findRows } from "../rows.ts";
import type { TurnTransaction } from "../turnTransaction.ts";

const sliceSize = 200;
const pauseMs = 10;
const retryMs = 60_000;
const keySchema = z.object({ key: z.int() });
const positionSchema = z.object({ position: z.int() });

export interface Purge {
  /** Goes on until nothing of a removed session is left. */
  start(): void;
  stop(): void;
}

/**
 * Deletes the exchanges of removed sessions in slices between requests: a session of a hundred thousand deleted at once would hold up every answer for
 * seconds. What a stop leaves undone goes on at the next start.
 */
export function openPurge(database: DatabaseSync, transaction: TurnTransaction, onDone: () => void): Purge {
  const removed = database.prepare("SELECT key FROM sessions WHERE removed = 1 LIMIT 1");
  const slice = database.prepare(`SELECT position FROM exchanges WHERE session = ? LIMIT ${sliceSize}`);
  const dropExchange = database.prepare("DELETE FROM exchanges WHERE position = ?");
  const dropPayload = database.prepare("DELETE FROM payloads WHERE position = ?");
  const dropCalls = database.prepare("DELETE FROM native_calls WHERE place BETWEEN ? AND ?");
  const dropSession = database.prepare("DELETE FROM sessions WHERE key = ?");
  let timer: NodeJS.Timeout | undefined;

  function dropSlice(): boolean {
    const session = findRow(keySchema, removed);
    if (!session) return false;
    const rows = findRows(positionSchema, slice, session.key);
    for (const { position } of rows) {
      dropCalls.run(...nativePlaces(position));
      dropPayload.run(position);
      dropExchange.run(position);
    }
    if (rows.length < sliceSize) dropSession.run(session.key);
    return true;
  }

  function goOn(): void {
    timer = undefined;
    try {
      if (transaction.write(dropSlice)) start();
      else onDone();
    } catch {
      // A full disk, most likely. Who records is told; what is left here can wait.
      timer = setTimeout(goOn, retryMs).unref();
    }
  }

  function start(): void {
    timer ??= setTimeout(goOn, pauseMs).unref();
  }

  if (findRow(keySchema, removed)) start();
  return { start, stop: () => clearTimeout(timer) };
}
