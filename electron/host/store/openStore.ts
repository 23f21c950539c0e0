import { createDataFolder, dataFolderAt } from "./folder/dataFolder.ts";
import { lockFolder } from "./folder/folderLock.ts";
import { openDatabase } from "./folder/openDatabase.ts";
import { watchForeignCommits } from "./foreignCommits.ts";
import { StoreThread } from "./reader/storeThread.ts";
import { openExchangeTable } from "./recording/exchangeTable.ts";
import { openPurge } from "./recording/purge.ts";
import { repairUnfinished } from "./recording/repairUnfinished.ts";
import { openReplayTable } from "./recording/replayTable.ts";
import { openSessions } from "./recording/sessionTable.ts";
import { openSettings } from "./recording/settingsTable.ts";
import { openTransfer } from "./recording/transfer.ts";
import { openUnkept } from "./recording/unkept.ts";
import { openSandboxTables } from "./sandbox/openSandboxTables.ts";
import type { Store } from "./store.ts";
import { TurnTransaction } from "./turnTransaction.ts";

export interface StoreOptions {
  readonly dataDir: string;
  /** Told what comes to `notices` later: that the database is damaged where something is read. */
  readonly onNotice?: (notice: string) => void;
  /** Another process has written to the database. */
  readonly onForeignCommit?: () => void;
}

/**
 * Opens the store of a data folder, made where there is none. Rejects with user text when the folder cannot be written or another workbench has it open; a
 * database that cannot be used is set aside and work that was cut off is undone, and `notices` says so.
 */
export async function openStore({ dataDir, onNotice, onForeignCommit }: StoreOptions): Promise<Store> {
  const now = new Date();
  const folder = dataFolderAt(dataDir);
  createDataFolder(folder);
  const opened = new DisposableStack();
  try {
    opened.adopt(lockFolder(folder), (lock) => lock.release());
    const { database, notices: found } = openDatabase(folder, now);
    opened.adopt(database, (connection) => connection.close());

    const transaction = new TurnTransaction(database);
    // What is written while the store closes is kept as well; nothing may come to a database that is closed.
    opened.defer(() => transaction.flush());
    const notices = [...found, ...repairUnfinished(database, transaction)];
    const thread = new StoreThread(folder.path, (notice) => {
      notices.push(notice);
      onNotice?.(notice);
    });
    const onDropped = () => thread.exchangesDropped();
    const purge = openPurge(database, transaction, onDropped);
    opened.defer(() => purge.stop());
    const onRemoved = () => purge.removed();
    const sessions = openSessions(database, transaction, onRemoved);
    const settings = openSettings(database, transaction, (notice) => notices.push(notice));
    const unkept = openUnkept(database, transaction, sessions, { onRemoved, onDropped });
    opened.defer(() => unkept.stop());
    const open = () => (settings.get().recording === "paused" ? unkept.session() : sessions.open());
    const exchanges = openExchangeTable(database, transaction, { ...sessions, open });
    exchanges.onCommitted(({ lastPosition }) => thread.committed(lastPosition));
    if (onForeignCommit) opened.defer(watchForeignCommits(database, onForeignCommit));

    const closing = opened.move();
    return {
      dataDir: folder.path,
      openedAt: now.toISOString(),
      notices,
      write: (step) => transaction.write(step),
      committed: () => transaction.committed(),
      exchanges,
      sessions: sessions.table,
      unkept: unkept.table,
      transfer: openTransfer(database, transaction, sessions, onDropped),
      settings,
      sandbox: openSandboxTables(database, transaction),
      replays: openReplayTable(database, folder),
      reader: thread.reader,
      searchProgress: thread.searchProgress,
      async close() {
        await thread.close();
        closing.dispose();
      },
    };
  } catch (fault) {
    opened.dispose();
    throw fault;
  }
}
