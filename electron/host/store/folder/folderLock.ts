import { readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { faultMessage } from "../../../../core/faultMessage.ts";
import { Unavailable } from "../../unavailable.ts";
import type { DataFolder } from "./dataFolder.ts";

export class FolderInUse extends Unavailable {
  override readonly name = "FolderInUse";
}

export interface FolderLock {
  release(): void;
}

/** A host that is being restarted may still be closing. Milliseconds. */
const patience = 1000;

/**
 * Keeps a second workbench away from a folder. The lock is SQLite's own on a database without content: the system drops it with the process, however that
 * ends, and it works across platforms.
 */
export function lockFolder(folder: DataFolder): FolderLock {
  const database = new DatabaseSync(folder.lock, { timeout: patience });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    database.close();
    if (!isBusy(cause)) {
      throw new Unavailable(
        `The file ${folder.lock} cannot be locked (${faultMessage(cause)}). Delete it when no workbench runs on the folder, or choose another folder with --data-dir.`,
        { cause },
      );
    }
    throw new FolderInUse(
      `The data folder ${folder.path} is in use by another workbench${holderOf(folder)}. Close that one, or choose another folder with --data-dir.`,
      { cause },
    );
  }
  writeFileSync(folder.holder, String(process.pid));
  return { release: () => database.close() };
}

/** SQLITE_BUSY. */
function isBusy(fault: unknown): boolean {
  return fault instanceof Error && "errcode" in fault && fault.errcode === 5;
}

function holderOf({ holder }: DataFolder): string {
  const pid = readFileSync(holder, "utf8").trim();
  return pid === "" ? "" : ` (process ${pid})`;
}
