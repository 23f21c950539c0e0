import { existsSync, renameSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { companions } from "./dataFolder.ts";
import type { Verdict } from "./inspectDatabase.ts";

/** Why a database is not opened. */
export type Unusable = Exclude<Verdict, { kind: "absent" | "sound" }>;

function labelOf(verdict: Unusable): string {
  return verdict.kind === "newer" ? `newer-v${verdict.version}` : verdict.kind;
}

/** What happened, what was kept and what to do. */
function noticeOf(verdict: Unusable, kept: string): string {
  const began = `It is kept as ${kept}, and a new, empty one was begun.`;
  switch (verdict.kind) {
    case "newer":
      return `The database was made by a newer workbench (version ${verdict.version}). ${began} Open it again with that workbench, after naming it workbench.sqlite.`;
    case "foreign":
      return `workbench.sqlite was not made by a workbench. ${began}`;
    case "damaged":
      return `The database is damaged (${verdict.detail}). ${began} What can be read of it, "sqlite3 ${kept} .recover" writes out.`;
  }
}

/** Renames a database, with what SQLite keeps beside it, to a name that is free. Answers with what to tell a person. */
export function setAside(database: string, verdict: Unusable, now: Date): string {
  const stamp = now.toISOString().replaceAll(/[:.]/g, "-");
  const stem = `${basename(database, ".sqlite")}.${labelOf(verdict)}-${stamp}`;
  const kept = freeName(dirname(database), stem);
  for (const suffix of companions) {
    if (existsSync(database + suffix)) renameSync(database + suffix, kept + suffix);
  }
  return noticeOf(verdict, kept);
}

function freeName(folder: string, stem: string): string {
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${stem}${count === 1 ? "" : `-${count}`}.sqlite`);
    if (companions.every((suffix) => !existsSync(path + suffix))) return path;
  }
}
