import type { Session } from "../../../core/exchange/exchange.ts";
import { faultMessage } from "../../../core/faultMessage.ts";
import type { Recorder } from "../store/openRecorder.ts";
import type { StoreReader } from "../store/store.ts";
import { inSlices, type Progress } from "./slices.ts";

/** It did not come about. The message is user text: why, and where the exchanges are. */
export class RearrangeRefused extends Error {
  override readonly name = "RearrangeRefused";
}

type Finder = Pick<StoreReader, "findPositions">;

export interface CopyOrder extends Progress {
  /** Ids; the exchanges of several are put in order of time. */
  readonly sessions: readonly string[];
  readonly filter?: string;
  readonly name: string;
}

/**
 * Copies what a filter leaves of one or several sessions, as they are now, into a new one, which is seen when it is whole. The sessions stay as they are: an
 * exchange never changes, and what was noted, linked or replayed from the originals goes on pointing at them.
 */
export async function copySessions(recorder: Recorder, reader: Finder, order: CopyOrder): Promise<Session> {
  const positions = await findSome(reader, order.sessions, order.filter ?? "");
  const chosen = new Set(positions);
  const isCopied = (position: number): boolean => chosen.has(position);
  const id = recorder.sessions.begin(order.name);
  try {
    await inSlices(
      recorder,
      positions,
      (slice) => {
        for (const position of slice) {
          if (!recorder.transfer.copy(position, id, isCopied)) throw new RearrangeRefused(goneMeanwhile);
        }
      },
      order,
    );
    return await reveal(recorder, id);
  } catch (fault) {
    recorder.sessions.discard(id);
    await recorder.committed();
    throw fault;
  }
}

export interface SplitOrder extends Progress {
  readonly session: string;
  readonly filter: string;
  readonly name: string;
}

/**
 * Moves what fits a filter out of a session into a new one, which is seen when it is whole. Exchanges keep their ids, so that links, notes and lineage hold, and
 * nothing is on disk twice; `joinAgain` is the way back. Cancelled or failed, the session is as it was, or, where that cannot be, will be from the next start on.
 */
export async function splitSession(recorder: Recorder, reader: Finder, order: SplitOrder): Promise<Session> {
  const positions = await findSome(reader, [order.session], order.filter);
  const id = recorder.transfer.beginPart(order.name, order.session);
  try {
    await inSlices(recorder, positions, (slice) => recorder.transfer.move(slice, order.session, id), order);
    return await reveal(recorder, id);
  } catch (fault) {
    await takeBack(recorder, positions, id, order.session).catch(() => {
      throw new RearrangeRefused(
        `The split stopped: ${faultMessage(fault)} What it had moved cannot be put back now, and is in no list until the workbench starts next, which puts it back.`,
      );
    });
    throw fault;
  }
}

async function takeBack(recorder: Recorder, positions: readonly number[], part: string, whole: string): Promise<void> {
  await inSlices(recorder, positions, (slice) => recorder.transfer.move(slice, part, whole));
  recorder.sessions.discard(part);
  await recorder.committed();
}

/**
 * Puts the exchanges of a part back into the session that they were split from, and takes the empty part away. Cancelled or failed, what is not back yet stays in
 * the part.
 */
export async function joinAgain(
  recorder: Recorder,
  reader: Finder,
  part: string,
  progress: Progress = {},
): Promise<Session> {
  const whole = recorder.transfer.sourceOf(part);
  if (whole === undefined || !recorder.sessions.get(whole)) {
    throw new RearrangeRefused("The session that this one was split from is no longer there. Nothing was moved.");
  }
  const positions = await reader.findPositions([part], "");
  let back = 0;
  const onProgress = (done: number, total: number): void => {
    back = done;
    progress.onProgress?.(done, total);
  };
  const move = (slice: readonly number[]): void => {
    if (!recorder.sessions.get(whole)) throw new Error("The session that they came from was deleted meanwhile.");
    recorder.transfer.move(slice, part, whole);
  };
  try {
    await inSlices(recorder, positions, move, { ...progress, onProgress });
  } catch (fault) {
    if (progress.signal?.aborted) throw fault;
    const { length } = positions;
    throw new RearrangeRefused(
      `${back} of ${length} exchanges were put back, the others are still in this session: ${faultMessage(fault)}`,
    );
  }
  if (recorder.sessions.get(part)?.exchanges === 0) recorder.sessions.remove(part);
  await recorder.committed();
  return present(recorder.sessions.get(whole));
}

const goneMeanwhile = "A session was deleted meanwhile, or exchanges of it were removed. Nothing was made of it.";

async function findSome(reader: Finder, sessions: readonly string[], filter: string): Promise<number[]> {
  const positions = await reader.findPositions(sessions, filter);
  if (positions.length === 0) throw new RearrangeRefused("No exchange fits. Nothing was changed.");
  return positions;
}

async function reveal(recorder: Recorder, id: string): Promise<Session> {
  const session = present(recorder.sessions.reveal(id));
  await recorder.committed();
  return session;
}

function present(session: Session | undefined): Session {
  if (!session) throw new RearrangeRefused(goneMeanwhile);
  return session;
}
