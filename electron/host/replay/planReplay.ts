import type { ReplayPlan, ReplaySettings } from "../../../core/contract/replay.ts";
import { dryRun } from "../../../core/exchange/replay/dryRun.ts";
import type { NativeTier } from "../../../core/native/nativeCall.ts";
import { tierLimits } from "../../../core/native/tiers.ts";
import type { RecordedMoment } from "../store/store.ts";

type Figures = Omit<ReplayPlan, "destination" | "hasKey" | "needsKey" | "isArmed">;

/** What a replay would be, without sending. A target that takes native calls is planned by as many as were recorded. */
export function planReplay(
  moments: readonly RecordedMoment[],
  { target, pace, maxIdleMs }: Pick<ReplaySettings, "target" | "pace" | "maxIdleMs">,
  tier: NativeTier,
): Figures {
  const limit = tierLimits[tier];
  const times = target.kind === "postscript" ? nativeTimes(moments) : moments.map(({ at }) => at);
  const planned = dryRun(times, { pace, perMinute: limit, ...(maxIdleMs !== null && { maxIdleMs }) });
  return { ...planned, exchanges: moments.length, limit, tier };
}

function* nativeTimes(moments: readonly RecordedMoment[]): Generator<string> {
  for (const { at, nativeCalls } of moments) for (let call = 0; call < nativeCalls; call += 1) yield at;
}
