/** The reader thread's program: heavy reads, the full-text index and the upkeep of the write-ahead log, off the thread that answers requests. */

import { DatabaseSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { faultMessage } from "../../../../core/faultMessage.ts";
import { dataFolderAt } from "../folder/dataFolder.ts";
import { isDamage } from "../folder/inspectDatabase.ts";
import { IndexBehind, IndexedSearch } from "../search/indexedSearch.ts";
import type { Unreadable } from "../search/searchedText.ts";
import type { ReaderMessage, ReaderReport } from "./messages.ts";
import { inSnapshot, openReads } from "./reads.ts";

type Call = ReaderMessage & { kind: "call" };

const { dataDir } = z.object({ dataDir: z.string() }).parse(workerData);
const folder = dataFolderAt(dataDir);
const database = new DatabaseSync(folder.database, { readOnly: true, timeout: 5000 });
const search = new IndexedSearch(folder, database, tellUnreadable);
const reads = openReads(database, search);
const upkeep = new DatabaseSync(folder.database);
let indexing: NodeJS.Immediate | undefined;
let sweeping: NodeJS.Immediate | undefined;
/** Questions that wait until the index has caught up. */
const putOff: Call[] = [];
/** Between two reports of how far it is, in milliseconds. */
const reportMs = 250;
let isDamageTold = false;
let reported = { left: 0, at: Number.NEGATIVE_INFINITY };

function tell(report: ReaderReport): void {
  parentPort?.postMessage(report);
}

function read({ call, input }: Call): unknown {
  upkept(() => search.attach() !== undefined);
  return inSnapshot(database, () => Reflect.apply(reads[call], undefined, input));
}

/** What is damaged may be the index, and that can be made anew; of the database, what can be read is read on. */
function mended<T>(work: () => T): T {
  try {
    return work();
  } catch (fault) {
    if (!isDamage(fault)) throw fault;
    if (!search.mend(fault)) throw new Error(damageText(`(${faultMessage(fault)})`), { cause: fault });
    return work();
  }
}

function damageText(where: string): string {
  return `The database is damaged ${where}. What can be read of it, "sqlite3 ${folder.database} .recover" writes out.`;
}

/** Says once that the database is damaged, and where it was first found. */
function tellUnreadable({ seq, session }: Unreadable): void {
  if (isDamageTold) return;
  isDamageTold = true;
  const where = `where exchange ${seq} of “${session}” is: searches leave that out, and perhaps others`;
  tell({ kind: "damaged", notice: damageText(where) });
}

/** Answers a question; one that the index is behind for is put off where it `mayWait`, and others are answered meanwhile. */
function answer(message: Call, mayWait: boolean): void {
  const { id } = message;
  try {
    tell({ kind: "answer", id, ok: true, value: mended(() => read(message)) });
  } catch (fault) {
    if (mayWait && fault instanceof IndexBehind) putOff.push(message);
    else tell({ kind: "answer", id, ok: false, message: faultMessage(fault) });
  }
  if (putOff.length > 0) indexing ??= setImmediate(index);
}

/** Upkeep that cannot be done, on a full disk for example, is done with what comes next; reading goes on meanwhile. */
function upkept(work: () => boolean): boolean {
  try {
    return mended(work);
  } catch {
    return false;
  }
}

/** Copies what is in the log into the database, while others write on; the first write after a pause then begins the log anew. */
function foldLog(): boolean {
  upkeep.exec("PRAGMA wal_checkpoint(PASSIVE)");
  return true;
}

/** Says now and then how much there is to index, while somebody waits for it. */
function reportProgress(): boolean {
  const now = performance.now();
  const isWaitedFor = indexing !== undefined && putOff.length > 0;
  if (isWaitedFor ? now - reported.at < reportMs : reported.left === 0) return false;
  reported = { left: isWaitedFor ? search.attach().lag : 0, at: now };
  tell({ kind: "indexing", left: reported.left });
  return true;
}

/** A slice at a time, so that a question waits for one slice and not for the rest. */
function index(): void {
  indexing = upkept(() => search.attach().step()) ? setImmediate(index) : undefined;
  upkept(reportProgress);
  if (indexing) return;
  upkept(foldLog);
  for (const message of putOff.splice(0)) answer(message, false);
}

/** Takes what is gone out of the index, a slice at a time too. */
function sweep(after: number): boolean {
  const reached = search.attach().sweep(after);
  if (reached !== undefined) sweeping = setImmediate(() => upkept(() => sweep(reached)));
  return true;
}

parentPort?.on("message", (message: ReaderMessage) => {
  switch (message.kind) {
    case "call":
      answer(message, true);
      return;
    case "recorded":
      upkept(foldLog);
      indexing ??= setImmediate(index);
      return;
    case "removed":
      clearImmediate(sweeping);
      upkept(() => sweep(0));
      return;
    case "close":
      clearImmediate(indexing);
      clearImmediate(sweeping);
      search.close();
      database.close();
      upkeep.close();
      parentPort?.close();
  }
});
