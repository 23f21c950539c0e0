import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { ExchangeSummary } from "../../../core/exchange/exchange.ts";
import { trafficRows } from "../../live/trafficList.ts";
import { setFollowing, type TrafficInput, takeInHeld, trafficOptions } from "../../live/trafficQueries.ts";

export interface TrafficList {
  readonly rows: readonly ExchangeSummary[];
  readonly total: number;
  /** How many have arrived and are not shown yet. */
  readonly held: number;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly readOlder: () => void;
  readonly takeIn: () => void;
}

const noRows: readonly ExchangeSummary[] = [];

/** The list of a session and filter. While `isReading`, arrivals are counted and not shown. */
export function useTrafficList({ session, filter }: TrafficInput, isReading: boolean): TrafficList {
  const cache = useQueryClient();
  const query = useInfiniteQuery(trafficOptions({ session, filter }));
  const { data } = query;
  const rows = useMemo(() => (data ? trafficRows(data) : noRows), [data]);
  const isHeld = data !== undefined && data.pages[0]?.held !== null;
  const isThere = data !== undefined;
  useEffect(() => {
    if (isThere && isHeld !== isReading) void setFollowing(cache, { session, filter }, !isReading);
  }, [cache, session, filter, isThere, isHeld, isReading]);
  return {
    rows,
    total: data?.pages[0]?.total ?? 0,
    held: data?.pages[0]?.held ?? 0,
    isPending: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
    readOlder: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
    takeIn: () => void takeInHeld(cache, { session, filter }),
  };
}
