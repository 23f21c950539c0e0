import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type { Exchange } from "../../../core/exchange/exchange.ts";
import { type DataFolder, dataFolderAt, messageOf } from "./folder/dataFolder.ts";
import { readHeader } from "./folder/inspectDatabase.ts";
import { applicationId, currentVersion } from "./migrations/migrate.ts";
import { openExchangeRows } from "./reader/exchangeRows.ts";
import { openListReads } from "./reader/listExchanges.ts";
import { findRow } from "./rows.ts";
import { openScannedSearch } from "./search/scannedSearch.ts";

/** What a folder holds, for a process beside the workbench that may be running on it. Changes nothing in the folder. */
export interface Records extends Disposable {
  /** The id of the session with this id, or, for "latest", of the one that is recorded into. */
  findSession(asked: string): string | undefined;
  /** Newest first, one at a time. `filter` is one that parses. */
  exchanges(session: string | undefined, filter: string): Generator<Exchange>;
}

/** The folder has no database that this workbench can read; the message is user text. */
export class UnreadableFolder extends Error {
  override readonly name = "UnreadableFolder";
}

const idSchema = z.object({ id: z.string() });
const pageSize = 100;

/** Throws `UnreadableFolder`. */
export function openRecords(dataDir: string): Records {
  const folder = dataFolderAt(dataDir);
  const database = openReadable(folder);
  const rows = openExchangeRows(database);
  const lists = openListReads(database, openScannedSearch(folder, database));
  const latest = database.prepare("SELECT id FROM sessions WHERE removed = 0 ORDER BY opened DESC, key DESC");
  const named = database.prepare("SELECT id FROM sessions WHERE removed = 0 AND id = ?");
  return {
    findSession: (asked) => (asked === "latest" ? findRow(idSchema, latest)?.id : findRow(idSchema, named, asked)?.id),
    *exchanges(session, filter) {
      for (let before: number | undefined, hasMore = true; hasMore; ) {
        const page = lists.pageExchanges({ session, filter, before, limit: pageSize });
        for (const { id } of page.exchanges) {
          const exchange = rows.exchange(id);
          if (exchange) yield exchange;
        }
        before = page.exchanges.at(-1)?.position;
        hasMore = page.hasMore;
      }
    },
    [Symbol.dispose]: () => database.close(),
  };
}

function openReadable(folder: DataFolder): DatabaseSync {
  const elsewhere = "or name another folder with --data-dir.";
  if (!existsSync(folder.database)) {
    throw new UnreadableFolder(
      `There is no workbench database in ${folder.path}. Start a workbench on it, ${elsewhere}`,
    );
  }
  try {
    const database = new DatabaseSync(folder.database, { readOnly: true, timeout: 5000 });
    const { application_id, user_version } = readHeader(database);
    if (application_id === applicationId && user_version === currentVersion) return database;
    database.close();
  } catch (cause) {
    throw new UnreadableFolder(`The database ${folder.database} cannot be read: ${messageOf(cause)}.`, { cause });
  }
  throw new UnreadableFolder(
    `The database ${folder.database} is not of this workbench's version. Start this workbench on the folder once, ${elsewhere}`,
  );
}
