import type { Destination, ReplayPlan, ReplaySettings, ReplayTargetChoice } from "../../../core/contract/replay.ts";
import type { Session } from "../../../core/exchange/exchange.ts";
import type { NativeTier } from "../../../core/native/nativeCall.ts";
import { planReplay } from "./planReplay.ts";
import { needsOf } from "./replayKey.ts";
import { beginReplay, nameOnceMore, ReplayUnderWay } from "./replayRun.ts";
import { type ReplayWork, type ReplayWorkContext, startReplayWork } from "./replayWork.ts";

/** The message is user text. */
export class ReplayRefused extends Error {
  override readonly name = "ReplayRefused";
}

export interface StartedReplay {
  /** That of the answers. */
  readonly session: string;
  readonly job: string;
}

/** What a person agreed to. */
type Admitted = Pick<ReplayWork, "destination" | "upstream">;

/** The replays of one workbench. Each call throws `ReplayRefused` where the state does not allow it. */
export class Replays {
  readonly #context: ReplayWorkContext;
  /** What a person has agreed to since the workbench started. */
  readonly #armed = new Set<string>();
  /** Work by the session of its answers. */
  readonly #underWay = new Map<string, string>();

  constructor(context: ReplayWorkContext) {
    this.#context = context;
  }

  async plan(session: string, settings: ReplaySettings, tier: NativeTier): Promise<ReplayPlan> {
    const { destination, needsKey, hasKey } = this.#needsOf(settings.target);
    const moments = await this.#context.store.reader.listMoments(this.#sessionNamed(session).id, settings.filter);
    const isArmed = this.#isArmed(session, destination);
    return { ...planReplay(moments, settings, tier), destination, needsKey, hasKey, isArmed };
  }

  /** A person has agreed that a session goes to a target that is not this machine. */
  arm(session: string, target: ReplayTargetChoice): void {
    this.#armed.add(placeOf(session, this.#needsOf(target).destination));
  }

  async start(sourceId: string, settings: ReplaySettings, key: string | undefined): Promise<StartedReplay> {
    const { store } = this.#context;
    const source = this.#sessionNamed(sourceId);
    const admitted = this.#admit(sourceId, settings.target, key);
    const { length: total } = await store.reader.findArrivals(sourceId, settings.filter);
    if (total === 0) throw new ReplayRefused("The filter leaves nothing to send.");
    const session = await beginReplay(store, source, { total, settings });
    return this.#launch({ source, session, settings, total, key, ...admitted, twin: null });
  }

  /** Sends what a replay sent once more, so that what differs between both runs can be learnt; `twin` is the session of its answers. */
  async again(twin: string, key: string | undefined): Promise<StartedReplay> {
    const { store } = this.#context;
    const { endedAt, source: sourceId, settings, total } = this.#replayOf(twin);
    if (endedAt === null) throw new ReplayRefused("This replay was not sent to its end. Resume it first.");
    const source = this.#sessionNamed(sourceId);
    const admitted = this.#admit(sourceId, settings.target, key);
    const session = await beginReplay(store, source, { total, settings }, nameOnceMore(source));
    return this.#launch({ source, session, settings, total, key, ...admitted, twin });
  }

  /** Goes on with a replay that was cancelled or cut off; `session` is that of its answers. */
  resume(session: string, key: string | undefined): StartedReplay {
    const replay = this.#replayOf(session);
    if (replay.endedAt !== null) throw new ReplayRefused("This replay was sent to its end.");
    if (this.#context.store.replays.isClaimed(session)) throw new ReplayRefused(new ReplayUnderWay().message);
    const source = this.#sessionNamed(replay.source);
    const { settings, total } = replay;
    const admitted = this.#admit(source.id, settings.target, key);
    return this.#launch({ source, session, settings, total, key, ...admitted, twin: null });
  }

  /** The work that a replay is under way in. */
  jobOf(session: string): string | null {
    return this.#underWay.get(session) ?? null;
  }

  #launch(work: ReplayWork): StartedReplay {
    const { session } = work;
    const job = startReplayWork(work, this.#context, () => this.#underWay.delete(session));
    this.#underWay.set(session, job);
    return { session, job };
  }

  #replayOf(session: string) {
    const replay = this.#context.store.replays.get(session);
    if (!replay) throw new ReplayRefused("This session is no replay.");
    return replay;
  }

  #sessionNamed(id: string): Session {
    const session = this.#context.store.sessions.get(id);
    if (!session) throw new ReplayRefused("The session that was to be sent is no longer there.");
    return session;
  }

  #needsOf(target: ReplayTargetChoice) {
    return needsOf(target, this.#context.store.settings.get().upstream, this.#context, undefined);
  }

  #isArmed(session: string, destination: Destination): boolean {
    return !destination.isElsewhere || this.#armed.has(placeOf(session, destination));
  }

  /** What stands between a wish and the first request. */
  #admit(session: string, target: ReplayTargetChoice, key: string | undefined): Admitted {
    const { upstream } = this.#context.store.settings.get();
    const { destination, needsKey, hasKey } = needsOf(target, upstream, this.#context, key);
    const { host } = destination;
    if (!this.#isArmed(session, destination)) {
      throw new ReplayRefused(`${host} is not this machine: what is sent there is real. Confirm it first.`);
    }
    if (needsKey && !hasKey) throw new ReplayRefused(`${host} needs an API key: recorded ones are not kept.`);
    return { destination, upstream };
  }
}

function placeOf(session: string, { host }: Destination): string {
  return `${session} ${host}`;
}
