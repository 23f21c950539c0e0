import { DatabaseSync } from "node:sqlite";
import { faultMessage } from "../../../../core/faultMessage.ts";
import { Unavailable } from "../../unavailable.ts";
import { currentVersion, migrate } from "../migrations/migrate.ts";
import { createFile, type DataFolder } from "./dataFolder.ts";
import { inspectDatabase } from "./inspectDatabase.ts";
import { setAside } from "./setAside.ts";

/**
 * A row of payloads is 2 to 4 KB, of which pages of 8 KB waste less than SQLite's 4. A commit is in the write-ahead log when it returns, so a killed process
 * loses nothing; a power cut may lose the last moments and never the database. The log is folded in by the reader thread. The answering one waits for the
 * disk only where unbroken traffic outran that by 512 MiB: its own copy of the rest, which nobody adds to meanwhile, lets the log begin anew. The file of the
 * log stays as long as it grew until the folder is closed: to cut it takes a third of a second, in which nobody is answered.
 */
const settings = `
PRAGMA page_size = 8192;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA foreign_keys = ON;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -8000;
PRAGMA wal_autocheckpoint = 64000;
`;

export interface OpenedDatabase {
  readonly database: DatabaseSync;
  readonly notices: readonly string[];
}

/** Opens the database of a locked folder for writing, at the newest version. One that cannot be used is set aside, with a notice. */
export function openDatabase(folder: DataFolder, now: Date): OpenedDatabase {
  try {
    return openInspected(folder, now);
  } catch (cause) {
    throw new Unavailable(
      `The database ${folder.database} cannot be opened (${faultMessage(cause)}). See to that file, or choose another folder with --data-dir.`,
      { cause },
    );
  }
}

function openInspected(folder: DataFolder, now: Date): OpenedDatabase {
  const notices: string[] = [];
  let verdict = inspectDatabase(folder.database);
  if (verdict.kind !== "absent" && verdict.kind !== "sound") {
    notices.push(setAside(folder.database, verdict, now));
    verdict = { kind: "absent" };
  }
  createFile(folder.database);
  const database = new DatabaseSync(folder.database, { timeout: 5000 });
  try {
    database.exec(settings);
    const version = verdict.kind === "sound" ? verdict.version : 0;
    if (version < currentVersion) migrate(database, version);
  } catch (fault) {
    database.close();
    throw fault;
  }
  return { database, notices };
}
