/** The reader thread's program: heavy reads, the full-text index and the upkeep of the write-ahead log, off the thread that answers requests. */
import { DatabaseSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { dataFolderAt, messageOf } from "../folder/dataFolder.ts";
import { isDamage } from "../folder/inspectDatabase.ts";
import { IndexedSearch } from "../search/indexedSearch.ts";
import type { ReaderAnswer, ReaderMessage } from "./messages.ts";
import { inSnapshot, openReads } from "./reads.ts";

const { dataDir } = z.object({ dataDir: z.string() }).parse(workerData);
const folder = dataFolderAt(dataDir);
const database = new DatabaseSync(folder.database, { readOnly: true, timeout: 5000 });
const search = new IndexedSearch(folder, database);
const reads = openReads(database, search);
const upkeep = new DatabaseSync(folder.database);
let indexing: NodeJS.Immediate | undefined;

function read({ call, input }: ReaderMessage & { kind: "call" }): unknown {
  upkept(() => search.attach() !== undefined);
  return inSnapshot(database, () => Reflect.apply(reads[call], undefined, input));
}

/** What is damaged may be the index, and that can be made anew. */
function mended<T>(work: () => T): T {
  try {
    return work();
  } catch (fault) {
    if (!isDamage(fault)) throw fault;
    search.remake();
    return work();
  }
}

function answer(message: ReaderMessage & { kind: "call" }): ReaderAnswer {
  try {
    return { id: message.id, ok: true, value: mended(() => read(message)) };
  } catch (fault) {
    return { id: message.id, ok: false, message: messageOf(fault) };
  }
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

/** A slice at a time, so that a question waits for one slice and not for the rest. */
function index(): void {
  indexing = upkept(() => search.attach().step()) ? setImmediate(index) : undefined;
  if (!indexing) upkept(foldLog);
}

parentPort?.on("message", (message: ReaderMessage) => {
  switch (message.kind) {
    case "call":
      parentPort?.postMessage(answer(message));
      return;
    case "recorded":
      upkept(foldLog);
      indexing ??= setImmediate(index);
      return;
    case "removed":
      upkept(() => search.attach().sweep());
      return;
    case "close":
      clearImmediate(indexing);
      search.close();
      database.close();
      upkeep.close();
      parentPort?.close();
  }
});
