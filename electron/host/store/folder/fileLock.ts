import { DatabaseSync } from "node:sqlite";
import { faultMessage } from "../../../../core/faultMessage.ts";
import { Unavailable } from "../../unavailable.ts";

export interface FileLock {
  release(): void;
}

/**
 * Takes a file, made where there is none, for this process; undefined where somebody has it for longer than `patienceMs`. The lock is SQLite's own on a database
 * without content: the system drops it with the process, however that ends, and it works across platforms.
 */
export function lockFile(path: string, patienceMs: number): FileLock | undefined {
  const database = new DatabaseSync(path, { timeout: patienceMs });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (fault) {
    database.close();
    if (isBusy(fault)) return undefined;
    throw new Unavailable(
      `The file ${path} cannot be locked (${faultMessage(fault)}). Delete it when no workbench runs on its folder.`,
      { cause: fault },
    );
  }
  return { release: () => database.close() };
}

/** Whether somebody has taken a file. One that is not there, or cannot be read, is nobody's. */
export function isLocked(path: string): boolean {
  try {
    using database = new DatabaseSync(path, { readOnly: true });
    database.exec("SELECT 1 FROM sqlite_schema");
    return false;
  } catch (fault) {
    return isBusy(fault);
  }
}

/** SQLITE_BUSY. */
const busyCode = 5;

function isBusy(fault: unknown): boolean {
  return fault instanceof Error && "errcode" in fault && fault.errcode === busyCode;
}
