import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { PendingRows } from "../pendingRows.ts";
import { findRow, findRows } from "../rows.ts";
import type { SandboxTables, StoredEvent } from "../sandboxTables.ts";
import type { TurnTransaction } from "../turnTransaction.ts";
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

interface PropertyEvent extends StoredEvent {
  readonly property: string;
}

function keyIn(property: string, idempotencyKey: string): string {
  return JSON.stringify([property, idempotencyKey]);
}

export function openEventRows(database: DatabaseSync, transaction: TurnTransaction): EventRows {
  const byKey = database.prepare(`SELECT ${columns} FROM events WHERE property = ? AND idempotency_key = ?`);
  const get = database.prepare(`SELECT ${columns} FROM events WHERE id = ? AND property = ?`);
  const lists = new ListStatements(database, "events", columns);
  const insert = database.prepare(
    `INSERT INTO events (property, id, profile_id, event_type, idempotency_key, occurred_at, body)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const pending = new PendingRows(
    ({ property, id, profileId, eventType, idempotencyKey, occurredAt, body }: PropertyEvent) =>
      void insert.run(property, id, profileId, eventType, idempotencyKey, occurredAt, body),
    ({ property, idempotencyKey }) => idempotencyKey && keyIn(property, idempotencyKey),
  );
  transaction.keepDraft(pending);

  return {
    findEventByIdempotencyKey: (property, key) =>
      pending.find(keyIn(property, key)) ?? findRow(eventRowSchema, byKey, property, key),
    getEvent: (property, id) => {
      transaction.settle();
      return findRow(eventRowSchema, get, id, property);
    },
    listEvents: (property, page, { profileId, eventType }) => {
      transaction.settle();
      const { statement, values } = lists.find(property, page, { profile_id: profileId, event_type: eventType });
      return findRows(eventRowSchema, statement, ...values);
    },
    insertEvent: (property, event) => pending.add({ property, ...event }),
  };
}
