import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { faultMessage } from "../../../../core/faultMessage.ts";
import { applicationId, currentVersion } from "../migrations/migrate.ts";

/** What a database file turned out to be. Only `absent` and `sound` may be opened for writing. */
export type Verdict =
  | { readonly kind: "absent" }
  | { readonly kind: "sound"; readonly version: number }
  | { readonly kind: "damaged"; readonly detail: string }
  | { readonly kind: "newer"; readonly version: number }
  | { readonly kind: "foreign" };

/** A whole check reads the whole file: about a second for each GiB. A larger file is checked only as far as opening it does. */
const largestChecked = 512 * 1024 * 1024;

const headerSchema = z.object({ application_id: z.int(), user_version: z.int(), tables: z.int() });
const checkSchema = z.object({ quick_check: z.string() });

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Looks at a database without changing a byte of it: a connection that only reads folds nothing into the file when it closes. */
export function inspectDatabase(path: string): Verdict {
  if (sizeOf(path) === 0) {
    // SQLite would throw away the pages that wait beside an empty database.
    return sizeOf(`${path}-wal`) === 0 ? { kind: "absent" } : { kind: "damaged", detail: "its main file is missing" };
  }
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      return judge(database, sizeOf(path));
    } finally {
      database.close();
    }
  } catch (fault) {
    if (isDamage(fault)) return { kind: "damaged", detail: faultMessage(fault) };
    throw fault;
  }
}

function judge(database: DatabaseSync, size: number): Verdict {
  const header = readHeader(database);
  if (header.tables === 0) return { kind: "absent" };
  if (header.application_id !== applicationId) return { kind: "foreign" };
  if (header.user_version > currentVersion) return { kind: "newer", version: header.user_version };
  if (size <= largestChecked) {
    const check = quickCheck(database);
    if (check !== "ok") return { kind: "damaged", detail: check };
  }
  return { kind: "sound", version: header.user_version };
}

function quickCheck(database: DatabaseSync): string {
  return checkSchema.parse(database.prepare("PRAGMA quick_check(1)").get()).quick_check;
}

/** Whether every page of a database can be read. Reads the whole file. */
export function isReadable(path: string): boolean {
  try {
    using database = new DatabaseSync(path, { readOnly: true });
    return quickCheck(database) === "ok";
  } catch {
    return false;
  }
}

/** Whose database this is, of which version, and whether anything is in it. */
export function readHeader(database: DatabaseSync): z.infer<typeof headerSchema> {
  return headerSchema.parse(
    database
      .prepare(
        `SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema) AS tables
         FROM pragma_application_id, pragma_user_version`,
      )
      .get(),
  );
}

const damageCodes: ReadonlySet<unknown> = new Set([11, 26]);

/** SQLITE_CORRUPT and SQLITE_NOTADB, with the extended codes that refine them. */
export function isDamage(fault: unknown): boolean {
  return (
    fault instanceof Error &&
    "errcode" in fault &&
    typeof fault.errcode === "number" &&
    damageCodes.has(fault.errcode & 0xff)
  );
}
