import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { Exchange, ExchangeSummary, Session } from "../../../core/exchange/exchange.ts";
import { faultMessage } from "../../../core/faultMessage.ts";
import { Unavailable } from "../unavailable.ts";
import { type DataFolder, dataFolderAt } from "./folder/dataFolder.ts";
import { readHeader } from "./folder/inspectDatabase.ts";
import { applicationId, currentVersion } from "./migrations/migrate.ts";
import { openExchangeRows } from "./reader/exchangeRows.ts";
import { findHosts } from "./reader/findHosts.ts";
import { openPositionReads, type PositionReads } from "./reader/findPositions.ts";
import { openListReads } from "./reader/listExchanges.ts";
import { sessionColumns, sessionRowSchema, sessionStates } from "./recording/sessionRow.ts";
import { openStoredSettings, type StoredSettings } from "./recording/settingsTable.ts";
import { findRow, findRows } from "./rows.ts";
import { openScannedSearch } from "./search/scannedSearch.ts";
import type { RecordedMoment } from "./store.ts";

/** What a folder holds, for a process beside the workbench that may be running on it. Changes nothing in the folder. */
export interface Records extends Disposable, PositionReads {
  /** The newest first. */
  sessions(): Session[];
  /** The session with this id or name (the newest of several), or, for "latest", the one that is recorded into. */
  findSession(asked: string): Session | undefined;
  exchange(id: string): Exchange | undefined;
  /** How many native calls of an exchange are still to come, or never came. */
  nativePending(id: string): number;
  settings(): StoredSettings;
  /** Newest first, one at a time; of all sessions where none is named. `filter` is one that parses. */
  exchanges(session: string | undefined, filter: string): Generator<Exchange>;
  /** Exchanges by their positions, one at a time; those that are gone are left out. */
  exchangesAt(positions: readonly number[]): Generator<Exchange>;
  /** When the request of each arrived, in the order of arrival. */
  moments(session: string, filter: string): RecordedMoment[];
  /** The different values of the Host headers of requests. */
  hosts(session: string, filter: string): string[];
}

/** The folder has no database that this workbench can read. */
export class UnreadableFolder extends Unavailable {
  override readonly name = "UnreadableFolder";
}

const pageSize = 100;

export interface RecordsOptions {
  /**
   * Shows the folder as it was at the first look, whatever is recorded, moved or removed meanwhile. As long, the log of the database only grows: for work that
   * ends soon.
   */
  readonly inSnapshot?: boolean;
}

/** Throws `UnreadableFolder`. */
export function openRecords(dataDir: string, { inSnapshot = false }: RecordsOptions = {}): Records {
  const folder = dataFolderAt(dataDir);
  const database = openReadable(folder);
  if (inSnapshot) database.exec("BEGIN");
  const rows = openExchangeRows(database);
  const search = openScannedSearch(folder, database);
  const lists = openListReads(database, search);
  const inUse = `SELECT ${sessionColumns} FROM sessions WHERE removed = ${sessionStates.inUse}`;
  const all = database.prepare(`${inUse} ORDER BY key DESC`);
  const latest = database.prepare(`${inUse} ORDER BY opened DESC, key DESC`);
  const named = database.prepare(`${inUse} AND (id = ?1 OR name = ?1) ORDER BY id = ?1 DESC, key DESC`);

  function* whole(summaries: readonly ExchangeSummary[]): Generator<Exchange> {
    for (const { id } of summaries) {
      const exchange = rows.exchange(id);
      if (exchange) yield exchange;
    }
  }

  return {
    sessions: () => findRows(sessionRowSchema, all),
    findSession: (asked) =>
      asked === "latest" ? findRow(sessionRowSchema, latest) : findRow(sessionRowSchema, named, asked),
    exchange: (id) => rows.exchange(id),
    nativePending: (id) => rows.summary(id)?.nativePending ?? 0,
    settings: openStoredSettings(database),
    *exchanges(session, filter) {
      for (let before: number | undefined, hasMore = true; hasMore; ) {
        const page = lists.pageExchanges({ session, filter, before, limit: pageSize });
        yield* whole(page.exchanges);
        before = page.exchanges.at(-1)?.position;
        hasMore = page.hasMore;
      }
    },
    ...openPositionReads(database, search),
    *exchangesAt(positions) {
      for (const position of positions) {
        const exchange = rows.exchangeAt(position);
        if (exchange) yield exchange;
      }
    },
    moments: (session, filter) => lists.listMoments(session, filter),
    hosts: (session, filter) => findHosts(database, search, session, filter),
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
    throw new UnreadableFolder(`The database ${folder.database} cannot be read: ${faultMessage(cause)}.`, { cause });
  }
  throw new UnreadableFolder(
    `The database ${folder.database} is not of this workbench's version. Start this workbench on the folder once, ${elsewhere}`,
  );
}
