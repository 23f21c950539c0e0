import type { ReplaySettings } from "../../../../core/contract/replay.ts";
import type { NativeTier } from "../../../../core/native/nativeCall.ts";
import { planReplay } from "../../../host/replay/planReplay.ts";
import type { RecordedMoment } from "../../../host/store/store.ts";
import { print } from "../../outputStreams.ts";

/** Says what a replay would be. */
export async function printPlan(
  moments: readonly RecordedMoment[],
  settings: ReplaySettings,
  tier: NativeTier,
): Promise<void> {
  const { exchanges: _, limit: __, ...plan } = planReplay(moments, settings, tier);
  await print(`${JSON.stringify({ ...plan, tier })}\n`);
}
