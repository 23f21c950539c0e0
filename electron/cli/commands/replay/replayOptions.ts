import type { ReplaySettings, ReplayTargetChoice } from "../../../../core/contract/replay.ts";
import { defaultLiveBaseUrl, type Upstream } from "../../../../core/contract/settings.ts";
import type { Pace } from "../../../../core/exchange/replay/pace.ts";
import type { NativeTier } from "../../../../core/native/nativeCall.ts";
import { keysOfEnvironment } from "../../../environmentKeys.ts";
import { needsOf } from "../../../host/replay/replayKey.ts";
import type { Recorder } from "../../../host/store/openRecorder.ts";
import { wrongUsage } from "../../exitCodes.ts";

/** A target as the command line names it. The address of the native API is that of the folder's settings, or Postscript's own. */
export type NamedTarget = "workbench" | "postscript" | "klaviyo" | URL;

export interface ReplayCommandOptions {
  readonly target?: NamedTarget;
  readonly resume: boolean;
  readonly key?: string;
  readonly pace: Pace;
  readonly maxIdle?: number;
  readonly concurrency: number;
  readonly filter: string;
  readonly rules?: string;
  readonly nativeAnswers: boolean;
  readonly remote: boolean;
  readonly dryRun?: NativeTier;
  readonly learn?: string;
  readonly junit?: string;
  readonly json: boolean;
  readonly dataDir: string;
}

function targetOf(named: NamedTarget, { settings }: Pick<Recorder, "settings">): ReplayTargetChoice {
  if (named instanceof URL) return { kind: "url", baseUrl: named.href };
  if (named !== "postscript") return { kind: named };
  const { upstream } = settings.get();
  return { kind: named, baseUrl: upstream.kind === "live" ? upstream.baseUrl : defaultLiveBaseUrl };
}

export function settingsOf(options: ReplayCommandOptions, recorder: Pick<Recorder, "settings">): ReplaySettings {
  const { target, pace, maxIdle, concurrency, filter } = options;
  if (target === undefined) throw wrongUsage("Say where to send with --target, or finish a replay with --resume.");
  const maxIdleMs = maxIdle === undefined ? null : maxIdle * 1000;
  return { target: targetOf(target, recorder), pace, maxIdleMs, concurrency, filter };
}

/** What is sent to a target that is not this machine is real: that takes a word of its own, and a key. */
export function refuseStrangers(
  target: ReplayTargetChoice,
  { remote, key }: ReplayCommandOptions,
  upstream: Upstream,
): void {
  const { destination, needsKey, hasKey, keyName } = needsOf(target, upstream, keysOfEnvironment, key);
  const { host, isElsewhere } = destination;
  if (isElsewhere && !remote) {
    throw wrongUsage(`${host} is not this machine: what is sent there is real. Add --remote to send it all the same.`);
  }
  if (needsKey && !hasKey) {
    const way = target.kind === "workbench" ? keyName : `--key or ${keyName}`;
    throw wrongUsage(`${host} needs an API key: recorded ones are not kept. Give one with ${way}.`);
  }
}
