import { closeSync, mkdirSync, openSync } from "node:fs";
import { join, resolve } from "node:path";
import { faultMessage } from "../../../../core/faultMessage.ts";
import { Unavailable } from "../../unavailable.ts";

/**
 * The files of a data folder. `search` is derived from `database` and may be deleted; `lock` and `holder` say who has the folder open, the files of `replays`
 * which replays are under way.
 */
export interface DataFolder {
  readonly path: string;
  readonly database: string;
  readonly search: string;
  readonly lock: string;
  readonly holder: string;
  readonly replays: string;
}

export function dataFolderAt(dataDir: string): DataFolder {
  const path = resolve(dataDir);
  return {
    path,
    database: join(path, "workbench.sqlite"),
    search: join(path, "search.sqlite"),
    lock: join(path, "lock.sqlite"),
    holder: join(path, "workbench.pid"),
    replays: join(path, "replays"),
  };
}

/** What SQLite keeps beside a database: its newest pages, and their index. */
export const companions = ["", "-wal", "-shm"] as const;

/** Makes the folder, and files in it, for its owner only: recorded traffic is other people's data. */
export function createDataFolder(folder: DataFolder): void {
  try {
    mkdirSync(folder.path, { recursive: true, mode: 0o700 });
    for (const file of [folder.lock, folder.holder]) createFile(file);
  } catch (cause) {
    throw new Unavailable(
      `The data folder ${folder.path} cannot be written (${faultMessage(cause)}). Make it writable, or choose another with --data-dir.`,
      { cause },
    );
  }
}

/** SQLite gives the files beside a database its permissions. */
export function createFile(path: string): void {
  closeSync(openSync(path, "a", 0o600));
}
