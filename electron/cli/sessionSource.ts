import { existsSync, statSync } from "node:fs";
import type { Exchange, Session } from "../../core/exchange/exchange.ts";
import { parseFilter } from "../../core/exchange/filter/parseFilter.ts";
import type { MetricTable } from "../../core/translation/translation.ts";
import { importFile } from "../host/import/importFile.ts";
import { ImportRefused } from "../host/import/importSource.ts";
import { openRecorder } from "../host/store/openRecorder.ts";
import type { Records, RecordsOptions } from "../host/store/openRecords.ts";
import type { RecordedMoment } from "../host/store/store.ts";
import { makeCommandFolder } from "./commandFolder.ts";
import { CommandEnd, exitCodes, wrongUsage } from "./exitCodes.ts";
import { openFolder } from "./openFolder.ts";

export interface Arrivals extends Iterable<Exchange> {
  readonly count: number;
}

/** A session to read, out of a data folder or a session file. */
export interface SessionSource extends AsyncDisposable {
  readonly session: Session;
  /** Whether it stands in a file, beside which nothing can be recorded. */
  readonly isFile: boolean;
  /** The folder that it is read from; of a file one that is removed with this. */
  readonly dataDir: string;
  /** The metric table of its data folder; empty for a file. */
  readonly metrics: MetricTable;
  /** In the order in which they were recorded; each call starts anew. */
  exchanges(): Generator<Exchange>;
  /** The first so many that were recorded, or all, in the order in which their requests arrived; each walk starts anew. */
  arrivals(count?: number): Arrivals;
  /** When the request of each arrived, in the order of arrival. */
  moments(): RecordedMoment[];
  /** The different values of the Host headers of the requests. */
  hosts(): string[];
  /** One of the folder. */
  exchange(id: string): Exchange | undefined;
  /** How many native calls of an exchange are not on record. */
  nativePending(id: string): number;
}

interface SourceOptions extends RecordsOptions {
  readonly filter?: string;
}

/**
 * `asked` is the path of a session file, or the id or name of a session of the folder, or "latest". A file is read into a folder of its own, for the time of
 * the command: so both are filtered, searched and read in any order alike.
 */
export async function openSessionSource(
  asked: string,
  dataDir: string,
  { filter = "", ...options }: SourceOptions = {},
): Promise<SessionSource> {
  const parsed = parseFilter(filter);
  if (!parsed.ok) throw wrongUsage(parsed.message);
  if (existsSync(asked) && statSync(asked).isFile()) return openSessionFile(asked, filter);
  // Whoever mistyped the path of a file has no use for a database.
  const lead = asked === "latest" ? "" : `There is no file "${asked}". `;
  return openSession(asked, openFolder(dataDir, options, lead), dataDir, filter);
}

async function openSession(
  asked: string,
  records: Records,
  dataDir: string,
  filter: string,
  removeFolder?: () => Promise<void>,
): Promise<SessionSource> {
  const session = records.findSession(asked);
  if (!session) {
    records[Symbol.dispose]();
    throw wrongUsage(`There is no session "${asked}" in ${dataDir}, and no file of that name.`);
  }
  return {
    session,
    isFile: removeFolder !== undefined,
    dataDir,
    moments: () => records.moments(session.id, filter),
    hosts: () => records.hosts(session.id, filter),
    metrics: records.settings().metrics,
    exchanges: () => records.exchangesAt(records.findPositions([session.id], filter)),
    arrivals: (count) => {
      const positions = records.findArrivals(session.id, filter, count);
      return { count: positions.length, [Symbol.iterator]: () => records.exchangesAt(positions) };
    },
    exchange: (id) => records.exchange(id),
    nativePending: (id) => records.nativePending(id),
    async [Symbol.asyncDispose]() {
      records[Symbol.dispose]();
      await removeFolder?.();
    },
  };
}

async function openSessionFile(path: string, filter: string): Promise<SessionSource> {
  const folder = await makeCommandFolder();
  try {
    await using recorder = await openRecorder(folder.path);
    const session = await importFile(recorder, path);
    return await openSession(session.id, openFolder(folder.path), folder.path, filter, folder.remove);
  } catch (fault) {
    await folder.remove();
    throw fault instanceof ImportRefused ? new CommandEnd(exitCodes.failed, fault.message) : fault;
  }
}
