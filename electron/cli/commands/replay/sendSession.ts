import type { ReplaySettings } from "../../../../core/contract/replay.ts";
import type { Upstream } from "../../../../core/contract/settings.ts";
import { keysOfEnvironment } from "../../../environmentKeys.ts";
import { createRateGate } from "../../../host/access/rateGate.ts";
import { RateLimiter } from "../../../host/access/rateLimiter.ts";
import { openTarget, type TargetContext } from "../../../host/replay/openTarget.ts";
import { keyAtHand } from "../../../host/replay/replayKey.ts";
import { ReplayUnderWay, type RunOptions, runReplay } from "../../../host/replay/replayRun.ts";
import { createSandbox } from "../../../host/sandbox/sandbox.ts";
import type { Recorder } from "../../../host/store/openRecorder.ts";
import { CommandEnd, exitCodes } from "../../exitCodes.ts";
import { log } from "../../outputStreams.ts";
import type { Arrivals, SessionSource } from "../../sessionSource.ts";
import { stopSignal } from "../../stopSignal.ts";

export interface SendOptions extends Pick<RunOptions, "recorder" | "session" | "rules" | "onResult" | "nativeAnswers"> {
  readonly source: SessionSource;
  readonly arrivals: Arrivals;
  readonly settings: ReplaySettings;
  readonly upstream: Upstream;
  readonly key: string | undefined;
}

/** A workbench of this command's own on the folder. */
function contextOf(recorder: Recorder): TargetContext {
  const clock = () => performance.now();
  const now = () => new Date();
  return {
    store: recorder,
    sandbox: createSandbox(recorder.sandbox, () => now().toISOString()),
    rates: createRateGate(new RateLimiter(clock), () => recorder.settings.rateLimit),
    outgoing: new RateLimiter(clock),
    origin: () => "http://127.0.0.1:8020",
    liveKey: keysOfEnvironment.liveKey,
    now,
    log,
  };
}

const kept = (session: string) => `What was answered until then is kept; "replay --resume ${session}" sends the rest.`;
const lost = "That of a session file cannot be resumed; import the file to replay it from the data folder.";

/** Answers with whether the session was sent to its end: a person may stop it. */
export async function sendSession({ source, arrivals, key, upstream, ...options }: SendOptions): Promise<boolean> {
  const signal = stopSignal();
  const { target: choice } = options.settings;
  const target = openTarget(
    { target: choice, upstream, key: key ?? keyAtHand(choice, keysOfEnvironment), stopped: signal },
    contextOf(options.recorder),
  );
  try {
    await runReplay({
      ...options,
      target,
      exchanges: arrivals,
      read: async (id) => source.exchange(id),
      signal,
    });
    return true;
  } catch (fault) {
    if (fault instanceof ReplayUnderWay) throw new CommandEnd(exitCodes.failed, fault.message);
    if (!signal.aborted) throw fault;
    log(`The replay was stopped. ${source.isFile ? lost : kept(options.session)}`);
    return false;
  } finally {
    target.close();
  }
}
