import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";
import { identityKey } from "../../../../core/native/identityKey.ts";
import { findRow, findRows } from "../rows.ts";
import type { Identifiers, SandboxTables, StoredProfile } from "../sandboxTables.ts";
import { ListStatements } from "./listStatements.ts";

export const profileColumns =
  "id, email, phone, external_id AS externalId, attributes, created_at AS createdAt, updated_at AS updatedAt";

export const profileRowSchema = z.object({
  id: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  externalId: z.string().nullable(),
  attributes: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
});

const foundSchema = profileRowSchema.extend({ position: z.int() });

type ProfileRows = Pick<
  SandboxTables,
  "findProfiles" | "getProfile" | "listProfiles" | "insertProfile" | "updateProfile"
>;

/** By what an email is found, where there is one. */
function emailKey<Nothing extends null | undefined>(email: string | Nothing): string | Nothing {
  return typeof email === "string" ? identityKey("email", email) : email;
}

export function openProfileRows(database: DatabaseSync): ProfileRows {
  // One statement with OR goes through all profiles of the property: ten thousand upserts would take ten seconds.
  const find = {
    email: database.prepare(`SELECT position, ${profileColumns} FROM profiles WHERE property = ? AND email_key = ?`),
    phone: database.prepare(`SELECT position, ${profileColumns} FROM profiles WHERE property = ? AND phone = ?`),
    externalId: database.prepare(
      `SELECT position, ${profileColumns} FROM profiles WHERE property = ? AND external_id = ?`,
    ),
  } satisfies Record<keyof Identifiers, StatementSync>;
  const get = database.prepare(`SELECT ${profileColumns} FROM profiles WHERE id = ? AND property = ?`);
  const lists = new ListStatements(database, "profiles", profileColumns);
  const insert = database.prepare(
    `INSERT INTO profiles (property, id, email, email_key, phone, external_id, attributes, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = database.prepare(
    `UPDATE profiles SET email = ?3, email_key = ?4, phone = ?5, external_id = ?6, attributes = ?7, updated_at = ?8 WHERE id = ?1 AND property = ?2`,
  );

  return {
    findProfiles(property, { email, phone, externalId }) {
      const found = new Map<number, StoredProfile>();
      const add = (statement: StatementSync, value: string | undefined) => {
        if (value === undefined) return;
        for (const { position, ...profile } of findRows(foundSchema, statement, property, value)) {
          found.set(position, profile);
        }
      };
      add(find.email, emailKey(email));
      add(find.phone, phone);
      add(find.externalId, externalId);
      return [...found].sort(([one], [other]) => one - other).map(([, profile]) => profile);
    },
    getProfile: (property, id) => findRow(profileRowSchema, get, id, property),
    listProfiles: (property, page, { email, phone, externalId }) => {
      const { statement, values } = lists.find(property, page, {
        email_key: emailKey(email),
        phone,
        external_id: externalId,
      });
      return findRows(profileRowSchema, statement, ...values);
    },
    insertProfile: (property, { id, email, phone, externalId, attributes, createdAt, updatedAt }) => {
      insert.run(property, id, email, emailKey(email), phone, externalId, attributes, createdAt, updatedAt);
    },
    updateProfile: (property, { id, email, phone, externalId, attributes, updatedAt }) => {
      update.run(id, property, email, emailKey(email), phone, externalId, attributes, updatedAt);
    },
  };
}
