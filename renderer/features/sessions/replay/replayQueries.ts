import { keepPreviousData, skipToken } from "@tanstack/react-query";
import type { ReplayOutcome, ReplaySettings } from "../../../../core/contract/replay.ts";
import type { NativeTier } from "../../../../core/native/nativeCall.ts";
import { orpc } from "../../../client/client.ts";

const pageSize = 200;

/** The figures follow the form: those of before stay until the new ones are there. */
export function planOptions(session: string, settings: ReplaySettings | undefined, tier: NativeTier) {
  return orpc.replays.plan.queryOptions({
    input: settings ? { session, settings, tier } : skipToken,
    placeholderData: keepPreviousData,
    // What is armed, which keys are at hand and what was recorded may have changed since.
    staleTime: 0,
  });
}

/** The page parameter is the position after which a page starts. */
export function resultsOptions(session: string, outcome: ReplayOutcome | undefined) {
  return orpc.replays.results.infiniteOptions({
    input: (after: number) => ({ session, outcome, after, limit: pageSize }),
    initialPageParam: 0,
    getNextPageParam: ({ results, hasMore }) => (hasMore ? results.at(-1)?.position : undefined),
  });
}
