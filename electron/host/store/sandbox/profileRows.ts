import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { findRow, findRows } from "../rows.ts";
import type { SandboxTables, StoredProfile } from "../sandboxTables.ts";
import { ListStatements } from "./listStatements.ts";

export const profileColumns =
  "id, email, phone, external_id AS externalId, attributes, created_at AS createdAt, updated_at AS updatedAt";

export const profileRowSchema: z.ZodType<StoredProfile> = z.object({
  id: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  externalId: z.string().nullable(),
  attributes: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
});

type ProfileRows = Pick<
  SandboxTables,
  "findProfiles" | "getProfile" | "listProfiles" | "insertProfile" | "updateProfile"
>;

export function openProfileRows(database: DatabaseSync): ProfileRows {
  // With OR, SQLite goes through all profiles of the property: ten thousand upserts would take ten seconds.
  const find = database.prepare(
    `SELECT ${profileColumns} FROM profiles WHERE position IN (
       SELECT position FROM profiles WHERE property = ?1 AND email = ?2
       UNION SELECT position FROM profiles WHERE property = ?1 AND phone = ?3
       UNION SELECT position FROM profiles WHERE property = ?1 AND external_id = ?4
     ) ORDER BY position`,
  );
  const get = database.prepare(`SELECT ${profileColumns} FROM profiles WHERE id = ? AND property = ?`);
  const lists = new ListStatements(database, "profiles", profileColumns);
  const insert = database.prepare(
    `INSERT INTO profiles (property, id, email, phone, external_id, attributes, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = database.prepare(
    `UPDATE profiles SET email = ?3, phone = ?4, external_id = ?5, attributes = ?6, updated_at = ?7 WHERE id = ?1 AND property = ?2`,
  );

  return {
    findProfiles: (property, { email = null, phone = null, externalId = null }) =>
      findRows(profileRowSchema, find, property, email, phone, externalId),
    getProfile: (property, id) => findRow(profileRowSchema, get, id, property),
    listProfiles: (property, page, { email, phone, externalId }) => {
      const { statement, values } = lists.find(property, page, { email, phone, external_id: externalId });
      return findRows(profileRowSchema, statement, ...values);
    },
    insertProfile: (property, { id, email, phone, externalId, attributes, createdAt, updatedAt }) => {
      insert.run(property, id, email, phone, externalId, attributes, createdAt, updatedAt);
    },
    updateProfile: (property, { id, email, phone, externalId, attributes, updatedAt }) => {
      update.run(id, property, email, phone, externalId, attributes, updatedAt);
    },
  };
}
