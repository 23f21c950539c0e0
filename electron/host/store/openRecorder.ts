import { DatabaseSync } from "node:sqlite";
import { dataFolderAt } from "./folder/dataFolder.ts";
import { FolderInUse } from "./folder/folderLock.ts";
import { readHeader } from "./folder/inspectDatabase.ts";
import { applicationId, currentVersion } from "./migrations/migrate.ts";
import { openStore } from "./openStore.ts";
import { openExchangeTable } from "./recording/exchangeTable.ts";
import { openReplayTable } from "./recording/replayTable.ts";
import { openSessions } from "./recording/sessionTable.ts";
import { openSettings } from "./recording/settingsTable.ts";
import { openTransfer } from "./recording/transfer.ts";
import { openSandboxTables } from "./sandbox/openSandboxTables.ts";
import type { Store } from "./store.ts";
import { TurnTransaction } from "./turnTransaction.ts";

/** What writing sessions, and handling requests that are recorded into them, needs of a store. */
export type Recorder = Pick<
  Store,
  "write" | "committed" | "exchanges" | "sessions" | "settings" | "sandbox" | "replays" | "transfer"
>;

/** A recorder on a folder, whether or not a workbench runs on it. Beside a running one it writes in short transactions of its own. */
export async function openRecorder(dataDir: string): Promise<Recorder & AsyncDisposable> {
  try {
    const store = await openStore({ dataDir });
    return { ...store, [Symbol.asyncDispose]: () => store.close() };
  } catch (fault) {
    if (!(fault instanceof FolderInUse)) throw fault;
    return openBeside(dataDir, fault);
  }
}

/** A workbench that waits for the other writer waits at most as long as one of its transactions takes. */
const patienceMs = 5000;

function openBeside(dataDir: string, inUse: FolderInUse): Recorder & AsyncDisposable {
  const folder = dataFolderAt(dataDir);
  const database = new DatabaseSync(folder.database, { timeout: patienceMs });
  const { application_id, user_version } = readHeader(database);
  if (application_id !== applicationId || user_version !== currentVersion) {
    database.close();
    throw inUse;
  }
  database.exec("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 0;");
  const transaction = new TurnTransaction(database);
  const sessions = openSessions(database, transaction, () => undefined);
  const exchanges = openExchangeTable(database, transaction, sessions);
  return {
    write: (step) => transaction.write(step),
    committed: () => transaction.committed(),
    exchanges,
    sessions: sessions.table,
    settings: openSettings(database, transaction, () => undefined),
    sandbox: openSandboxTables(database, transaction),
    replays: openReplayTable(database, folder),
    transfer: openTransfer(database, transaction, sessions, () => undefined),
    async [Symbol.asyncDispose]() {
      transaction.flush();
      database.close();
    },
  };
}
