import { infiniteQueryOptions, keepPreviousData, queryOptions, skipToken } from "@tanstack/react-query";
import type { ReplayOutcome, ReplaySettings } from "../../../../core/contract/replay.ts";
import type { NativeTier } from "../../../../core/native/nativeCall.ts";
import { client, orpc } from "../../../client/client.ts";

/** While a replay runs; the live stream says when it begins and ends. Milliseconds. */
const lookEveryMs = 1000;
const pageSize = 200;
/** Whoever has read further than this reads on when the replay has ended. */
const mostPagesReadAgain = 5;

export function replaysOptions(session: string) {
  return queryOptions({
    ...orpc.replays.list.queryOptions({ input: { session } }),
    refetchInterval: ({ state }) => (state.data?.some(({ job }) => job !== null) ? lookEveryMs : false),
  });
}

/** The figures follow the form: those of before stay until the new ones are there. */
export function planOptions(session: string, settings: ReplaySettings | undefined, tier: NativeTier) {
  return queryOptions({
    queryKey: [...orpc.replays.plan.key(), session, settings, tier],
    queryFn: settings ? ({ signal }) => client.replays.plan({ session, settings, tier }, { signal }) : skipToken,
    placeholderData: keepPreviousData,
    // What is armed, which keys are at hand and what was recorded may have changed since.
    staleTime: 0,
  });
}

/** The page parameter is the position after which a page starts. */
export function resultsOptions(session: string, outcome: ReplayOutcome | undefined, isUnderWay: boolean) {
  return infiniteQueryOptions({
    queryKey: orpc.replays.results.key({ type: "infinite", input: { session, outcome } }),
    queryFn: ({ pageParam, signal }) =>
      client.replays.results({ session, outcome, after: pageParam, limit: pageSize }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ results, hasMore }) => (hasMore ? results.at(-1)?.position : undefined),
    refetchInterval: ({ state }) =>
      isUnderWay && (state.data?.pages.length ?? 0) <= mostPagesReadAgain ? lookEveryMs : false,
  });
}
