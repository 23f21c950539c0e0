import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isLocked, lockFile } from "../host/store/folder/fileLock.ts";

const prefix = "compat-workbench-file-";

const lockOf = (path: string): string => join(path, "command.lock");

/** A folder for the time of a command. */
export interface CommandFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** Makes one. What a command left that was killed goes now: other people's data must not lie about. */
export async function makeCommandFolder(): Promise<CommandFolder> {
  await removeLeftOvers();
  const path = await mkdtemp(join(tmpdir(), prefix));
  const lock = lockFile(lockOf(path), 0);
  return {
    path,
    async remove() {
      lock?.release();
      await rm(path, { recursive: true, force: true });
    },
  };
}

async function removeLeftOvers(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const path of names.filter((name) => name.startsWith(prefix)).map((name) => join(tmpdir(), name))) {
    // One without a lock is just being made; one of somebody else stays.
    if (existsSync(lockOf(path)) && !isLocked(lockOf(path))) {
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
    }
  }
}
