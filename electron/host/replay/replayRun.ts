import type { Replay, ReplaySettings } from "../../../core/contract/replay.ts";
import type { CompiledRules } from "../../../core/exchange/compare/compileRules.ts";
import type { Exchange, Session } from "../../../core/exchange/exchange.ts";
import type { Recorder } from "../store/openRecorder.ts";
import { type ReplayOptions, replaySession } from "./replaySession.ts";
import type { ReplayTarget } from "./replayTarget.ts";
import { createStoreJournal } from "./storeJournal.ts";

/** What the answers of a second run are called, from which is learnt what differs between any two. */
export function nameOnceMore(source: Pick<Session, "name">): string {
  return `Replay of ${source.name}, once more`;
}

/** Makes the session that the answers of a replay go into; answers with its id once it is on disk. */
export async function beginReplay(
  recorder: Recorder,
  source: Pick<Session, "id" | "name">,
  replay: Pick<Replay, "total"> & { readonly settings: ReplaySettings },
  name = `Replay of ${source.name}`,
): Promise<string> {
  const session = recorder.write(() => {
    const { id } = recorder.sessions.create(name);
    recorder.replays.begin(id, { source: source.id, ...replay });
    return id;
  });
  await recorder.committed();
  return session;
}

export interface RunOptions
  extends Pick<ReplayOptions, "exchanges" | "signal" | "gate" | "onResult" | "nativeAnswers"> {
  readonly recorder: Recorder;
  /** That of the answers. */
  readonly session: string;
  readonly settings: ReplaySettings;
  readonly target: ReplayTarget;
  readonly rules: CompiledRules;
  /** Finds an exchange by its id. */
  readonly read: (id: string) => Promise<Exchange | undefined>;
}

/** What is left of a replay is sent by one process at a time. The message is user text. */
export class ReplayUnderWay extends Error {
  override readonly name = "ReplayUnderWay";

  constructor() {
    super("This replay is under way, here or in another process. Wait for its end, or cancel it where it was started.");
  }
}

/** Sends what of a replay has no answer yet, to its end or to that of the signal, and then rejects; with `ReplayUnderWay` where somebody sends it now. */
export async function runReplay({ recorder, session, settings, read, ...options }: RunOptions): Promise<void> {
  const { pace, maxIdleMs, concurrency } = settings;
  const claim = recorder.replays.claim(session);
  if (!claim) throw new ReplayUnderWay();
  try {
    await replaySession({
      ...options,
      pace,
      maxIdleMs: maxIdleMs ?? undefined,
      concurrency,
      journal: createStoreJournal(recorder, session, read),
    });
    recorder.write(() => recorder.replays.end(session));
    await recorder.committed();
  } finally {
    claim.release();
  }
}
