import type { DatabaseSync } from "node:sqlite";
import { initial } from "./m001Initial.ts";
import { sessionNotes } from "./m002Sessions.ts";
import { replays } from "./m003Replays.ts";
import { recording } from "./m004Recording.ts";
import { filters } from "./m005Filters.ts";
import { emails } from "./m006Emails.ts";
import { sentAgain } from "./m007SentAgain.ts";
import type { Migration } from "./migration.ts";

/** Every step since the first release, in order. */
const migrations: readonly Migration[] = [initial, sessionNotes, replays, recording, filters, emails, sentAgain];

/** Marks a file as a workbench's database ("CWbn"): another program's file is not taken for one. */
export const applicationId = 0x43_57_62_6e;

/** The version that this program writes. */
export const currentVersion = migrations.length;

/** Brings a database from its version to the newest. A step is carried out wholly or not at all. */
export function migrate(database: DatabaseSync, from: number): void {
  for (const { version, sql } of migrations.slice(from)) {
    database.exec("BEGIN IMMEDIATE");
    try {
      database.exec(`${sql}; PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${version};`);
      database.exec("COMMIT");
    } catch (cause) {
      if (database.isTransaction) database.exec("ROLLBACK");
      throw new Error(`The database could not be brought to version ${version}; it stays as it was.`, { cause });
    }
  }
}
