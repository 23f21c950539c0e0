import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { type NativeResource, type Property, propertySchema } from "../../../../core/contract/sandbox.ts";
import { stringifyJson } from "../../../../core/json/json.ts";
import { profileResource } from "../../sandbox/profileResource.ts";
import { findRow, findRows } from "../rows.ts";
import { openProfileRows, profileColumns, profileRowSchema } from "../sandbox/profileRows.ts";
import type { StoredProfile } from "../sandboxTables.ts";

const countSchema = z.object({ count: z.int() });
const eventSchema: z.ZodType<NativeResource> = z.object({ id: z.string(), json: z.string() });

interface SandboxReads {
  listProperties(): Property[];
  listProfiles(
    property: string,
    search: string,
    offset: number,
    limit: number,
  ): { total: number; profiles: NativeResource[] };
  getProfile(property: string, id: string): NativeResource | undefined;
  listEvents(
    property: string,
    profile: string | undefined,
    offset: number,
    limit: number,
  ): { total: number; events: NativeResource[] };
}

function resourceOf(profile: StoredProfile): NativeResource {
  return { id: profile.id, json: stringifyJson(profileResource(profile)) };
}

/** What the sandbox holds, as its API returns it. */
export function openSandboxReads(database: DatabaseSync): SandboxReads {
  const properties = database.prepare(
    `WITH named AS (SELECT property FROM profiles UNION SELECT property FROM events)
     SELECT property AS id, coalesce((SELECT name FROM workspace_keys WHERE fingerprint = property), property) AS name,
       (SELECT count(*) FROM profiles WHERE profiles.property = named.property) AS profiles,
       (SELECT count(*) FROM events WHERE events.property = named.property) AS events
     FROM named ORDER BY name`,
  );
  const profiles = listOf(
    database,
    profileColumns,
    `profiles WHERE property = ?1 AND (?2 = '' OR instr(
       lower(concat_ws(' ', id, email, phone, external_id, attributes)), lower(?2)) > 0)`,
  );
  const events = listOf(database, "id, body AS json", "events WHERE property = ?1 AND (?2 IS NULL OR profile_id = ?2)");
  const eventsOfProfile = listOf(database, "id, body AS json", "events WHERE property = ?1 AND profile_id = ?2");
  const { getProfile } = openProfileRows(database);

  return {
    listProperties: () => findRows(propertySchema, properties),
    listProfiles(property, search, offset, limit) {
      const rows = findRows(profileRowSchema, profiles.page, property, search, limit, offset);
      const total = findRow(countSchema, profiles.count, property, search)?.count ?? 0;
      return { total, profiles: rows.map(resourceOf) };
    },
    getProfile(property, id) {
      const profile = getProfile(property, id);
      return profile && resourceOf(profile);
    },
    listEvents(property, profile, offset, limit) {
      const list = profile === undefined ? events : eventsOfProfile;
      return {
        total: findRow(countSchema, list.count, property, profile ?? null)?.count ?? 0,
        events: findRows(eventSchema, list.page, property, profile ?? null, limit, offset),
      };
    },
  };
}

/** The pages of a list, newest first, and how long it is. */
function listOf(database: DatabaseSync, columns: string, from: string) {
  return {
    page: database.prepare(`SELECT ${columns} FROM ${from} ORDER BY position DESC LIMIT ?3 OFFSET ?4`),
    count: database.prepare(`SELECT count(*) AS count FROM ${from}`),
  };
}
