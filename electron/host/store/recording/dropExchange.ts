import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { nativePlaces } from "../columns/nativePlace.ts";
import { findRow } from "../rows.ts";

const bytesSchema = z.object({ bytes: z.int() });

const bodies = "coalesce(octet_length(request_body), 0) + coalesce(octet_length(response_body), 0)";

/** What an exchange adds to the size of its session: its bodies. */
export function openBytesOf(database: DatabaseSync): (position: number) => number {
  const bytes = database.prepare(
    `SELECT (SELECT ${bodies} FROM payloads WHERE position = ?1)
       + coalesce((SELECT sum(${bodies}) FROM native_calls WHERE place BETWEEN ?2 AND ?3), 0) AS bytes`,
  );
  return (position) => findRow(bytesSchema, bytes, position, ...nativePlaces(position))?.bytes ?? 0;
}

/** Leaves nothing of an exchange. Its session counts it still. */
export function openDropExchange(database: DatabaseSync): (position: number) => void {
  const dropNote = database.prepare("DELETE FROM notes WHERE exchange = (SELECT id FROM exchanges WHERE position = ?)");
  const dropCalls = database.prepare("DELETE FROM native_calls WHERE place BETWEEN ? AND ?");
  const dropPayload = database.prepare("DELETE FROM payloads WHERE position = ?");
  const dropExchange = database.prepare("DELETE FROM exchanges WHERE position = ?");
  return (position) => {
    dropNote.run(position);
    dropCalls.run(...nativePlaces(position));
    dropPayload.run(position);
    dropExchange.run(position);
  };
}
