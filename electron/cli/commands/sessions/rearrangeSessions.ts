import type { Session } from "../../../../core/exchange/exchange.ts";
import { parseFilter } from "../../../../core/exchange/filter/parseFilter.ts";
import { copySessions, RearrangeRefused, splitSession } from "../../../host/sessions/rearrange.ts";
import { openRecorder, type Recorder } from "../../../host/store/openRecorder.ts";
import type { Records } from "../../../host/store/openRecords.ts";
import type { StoreReader } from "../../../host/store/store.ts";
import { CommandEnd, exitCodes, wrongUsage } from "../../exitCodes.ts";
import { openFolder } from "../../openFolder.ts";
import { print } from "../../outputStreams.ts";
import { stopSignal } from "../../stopSignal.ts";

export interface RearrangeOptions {
  readonly dataDir: string;
  readonly name?: string;
}

export interface SplitOptions extends RearrangeOptions {
  readonly filter: string;
}

type Finder = Pick<StoreReader, "findPositions">;

function find(records: Records, asked: string): Session {
  const session = records.findSession(asked);
  if (!session) throw wrongUsage(`There is no session "${asked}" in this folder.`);
  return session;
}

async function rearrange(
  dataDir: string,
  work: (records: Records, recorder: Recorder, reader: Finder, signal: AbortSignal) => Promise<Session>,
): Promise<void> {
  const signal = stopSignal();
  using records = openFolder(dataDir);
  await using recorder = await openRecorder(dataDir);
  const reader: Finder = {
    findPositions: async (sessions, filter) => records.findPositions(sessions, filter),
  };
  try {
    await print(`${JSON.stringify(await work(records, recorder, reader, signal))}\n`);
  } catch (fault) {
    if (fault instanceof RearrangeRefused) throw new CommandEnd(exitCodes.failed, fault.message);
    throw fault === signal.reason ? new CommandEnd(exitCodes.failed, "It was stopped. Nothing was changed.") : fault;
  }
}

export async function mergeSessions(asked: readonly string[], { dataDir, name }: RearrangeOptions): Promise<void> {
  await rearrange(dataDir, async (records, recorder, reader, signal) => {
    const found = [
      ...new Map(asked.map((each) => find(records, each)).map((session) => [session.id, session])).values(),
    ];
    const joined = found.map((session) => session.name).join(" + ");
    const free = name ?? (found.length === 1 ? `Copy of ${joined}` : joined.slice(0, 200));
    return await copySessions(recorder, reader, { sessions: found.map(({ id }) => id), name: free, signal });
  });
}

export async function splitOff(asked: string, { dataDir, name, filter }: SplitOptions): Promise<void> {
  const parsed = parseFilter(filter);
  if (!parsed.ok) throw wrongUsage(parsed.message);
  await rearrange(dataDir, async (records, recorder, reader, signal) => {
    const session = find(records, asked);
    return await splitSession(recorder, reader, {
      session: session.id,
      filter,
      name: name ?? `${session.name}, split off`,
      signal,
    });
  });
}
