import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { findRow, findRows } from "../rows.ts";
import type { SandboxTables, StoredEvent } from "../sandboxTables.ts";
import { ListStatements } from "./listStatements.ts";

const columns =
  "id, profile_id AS profileId, event_type AS eventType, idempotency_key AS idempotencyKey, occurred_at AS occurredAt, body";

const eventRowSchema: z.ZodType<StoredEvent> = z.object({
  id: z.string(),
  profileId: z.string(),
  eventType: z.string(),
  idempotencyKey: z.string().nullable(),
  occurredAt: z.string(),
  body: z.string(),
});

type EventRows = Pick<SandboxTables, "findEventByIdempotencyKey" | "getEvent" | "listEvents" | "insertEvent">;

export function openEventRows(database: DatabaseSync): EventRows {
  const byKey = database.prepare(`SELECT ${columns} FROM events WHERE property = ? AND idempotency_key = ?`);
  const get = database.prepare(`SELECT ${columns} FROM events WHERE id = ? AND property = ?`);
  const lists = new ListStatements(database, "events", columns);
  const insert = database.prepare(
    `INSERT INTO events (property, id, profile_id, event_type, idempotency_key, occurred_at, body)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );

  return {
    findEventByIdempotencyKey: (property, key) => findRow(eventRowSchema, byKey, property, key),
    getEvent: (property, id) => findRow(eventRowSchema, get, id, property),
    listEvents: (property, page, { profileId, eventType }) => {
      const { statement, values } = lists.find(property, page, { profile_id: profileId, event_type: eventType });
      return findRows(eventRowSchema, statement, ...values);
    },
    insertEvent: (property, { id, profileId, eventType, idempotencyKey, occurredAt, body }) => {
      insert.run(property, id, profileId, eventType, idempotencyKey, occurredAt, body);
    },
  };
}
