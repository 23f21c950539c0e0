import type { ReplaySettings } from "../../../../core/contract/replay.ts";
import type { NativeTier } from "../../../../core/native/nativeCall.ts";
import { planReplay } from "../../../host/replay/planReplay.ts";
import { print } from "../../outputStreams.ts";
import type { SessionSource } from "../../sessionSource.ts";

/** Says what a replay would be. */
export async function printPlan(source: SessionSource, settings: ReplaySettings, tier: NativeTier): Promise<void> {
  const { exchanges: _, limit: __, ...plan } = planReplay(source.moments(), settings, tier);
  await print(`${JSON.stringify({ ...plan, tier })}\n`);
}
