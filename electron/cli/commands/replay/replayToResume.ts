import type { Recorder } from "../../../host/store/openRecorder.ts";
import type { RecordedMoment, ReplayTable } from "../../../host/store/store.ts";
import { wrongUsage } from "../../exitCodes.ts";
import { openFolder } from "../../openFolder.ts";
import type { Arrivals } from "../../sessionSource.ts";

/** The ids of the sessions that may be meant, the newest first: an id means one, a name all that have it. */
export function sessionsNamed(asked: string, dataDir: string): readonly string[] {
  using records = openFolder(dataDir);
  const found = records.findSession(asked);
  if (!found) throw wrongUsage(`There is no session "${asked}" in ${dataDir}.`);
  if (found.id === asked || asked === "latest") return [found.id];
  return records.sessions().flatMap(({ id, name }) => (name === asked ? [id] : []));
}

/** The replays of one session are named alike: the newest that was not sent to its end has something left to send. */
export function replayAmong(
  sessions: readonly string[],
  { replays }: Pick<Recorder, "replays">,
): ReturnType<ReplayTable["get"]> {
  const found = sessions.map((id) => replays.get(id));
  return found.find((replay) => replay?.endedAt === null) ?? found[0];
}

/** Those of the requests that a replay has no answer to yet. */
export function momentsLeft(
  session: string,
  arrivals: Arrivals,
  { replays }: Pick<Recorder, "replays">,
): RecordedMoment[] {
  const left: RecordedMoment[] = [];
  for (const { id, at, native } of arrivals) {
    if (replays.sent(session, id)?.replayed == null) left.push({ at, nativeCalls: native.length });
  }
  return left;
}
