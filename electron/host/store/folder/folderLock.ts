import { readFileSync, writeFileSync } from "node:fs";
import { Unavailable } from "../../unavailable.ts";
import type { DataFolder } from "./dataFolder.ts";
import { type FileLock, lockFile } from "./fileLock.ts";

export class FolderInUse extends Unavailable {
  override readonly name = "FolderInUse";
}

/** A host that is being restarted may still be closing. Milliseconds. */
const patience = 1000;

/** Keeps a second workbench away from a folder. */
export function lockFolder(folder: DataFolder): FileLock {
  const lock = lockFile(folder.lock, patience);
  if (!lock) {
    throw new FolderInUse(
      `The data folder ${folder.path} is in use by another workbench${holderOf(folder)}. Close that one, or choose another folder with --data-dir.`,
    );
  }
  writeFileSync(folder.holder, String(process.pid));
  return lock;
}

function holderOf({ holder }: DataFolder): string {
  const pid = readFileSync(holder, "utf8").trim();
  return pid === "" ? "" : ` (process ${pid})`;
}
