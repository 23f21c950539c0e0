import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { findRow } from "./rows.ts";

/** Between two looks, each of which reads one number in memory. Milliseconds. */
const lookMs = 1000;

const versionSchema = z.object({ data_version: z.int() });

/** Tells, within a second, that another process has written: a command beside the workbench. Answers with the way to stop looking. */
export function watchForeignCommits(database: DatabaseSync, onCommit: () => void): () => void {
  const version = database.prepare("PRAGMA data_version");
  const read = (): number | undefined => {
    try {
      return findRow(versionSchema, version)?.data_version;
    } catch {
      // A database that cannot be read is told where something is read of it.
      return undefined;
    }
  };
  let known = read();
  const timer = setInterval(() => {
    const now = read();
    if (now === known || now === undefined) return;
    known = now;
    onCommit();
  }, lookMs).unref();
  return () => clearInterval(timer);
}
