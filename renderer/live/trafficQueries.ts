import { infiniteQueryOptions, type Query, type QueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { client, orpc } from "../client/client.ts";
import { arrive, firstPageOnly, follow, hold, type TrafficData, type TrafficPage } from "./trafficList.ts";

export interface TrafficInput {
  readonly session: string;
  readonly filter: string;
}

const pageSize = 100;
/** The most that is taken in at once; a list that missed more starts again from the top. */
const catchUpSize = 500;

/** The list of a session as the filter narrows it. */
export function trafficOptions({ session, filter }: TrafficInput) {
  return infiniteQueryOptions({
    queryKey: orpc.exchanges.list.key({ type: "infinite", input: { session, filter } }),
    queryFn: async ({ pageParam, signal }): Promise<TrafficPage> => {
      const page = await client.exchanges.list(
        { session, filter, withUnkept: true, before: pageParam, limit: pageSize },
        { signal },
      );
      return { ...page, newest: page.exchanges[0]?.position ?? 0, held: null };
    },
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.hasMore ? page.exchanges.at(-1)?.position : undefined),
  });
}

const listKeySchema = z.tuple([
  z.array(z.string()),
  z.object({ input: z.object({ session: z.string(), filter: z.string() }) }),
]);

/** The lists that are in the cache, with what they show. */
export function trafficQueries(cache: QueryClient): { input: TrafficInput; query: Query }[] {
  return cache
    .getQueryCache()
    .findAll({ queryKey: orpc.exchanges.list.key({ type: "infinite" }) })
    .flatMap((query) => {
      const key = listKeySchema.safeParse(query.queryKey);
      return key.success ? [{ input: key.data[1].input, query }] : [];
    });
}

export function changeTraffic(
  cache: QueryClient,
  input: TrafficInput,
  change: (data: TrafficData) => TrafficData,
): void {
  cache.setQueryData<TrafficData>(trafficOptions(input).queryKey, (data) => data && change(data));
}

/** Shows what was held, from the top: reads the first page again. */
export async function takeInHeld(cache: QueryClient, input: TrafficInput): Promise<void> {
  changeTraffic(cache, input, firstPageOnly);
  await cache.refetchQueries({ queryKey: trafficOptions(input).queryKey, exact: true });
}

/** Shows arrivals at once, or counts them from now on. */
export async function setFollowing(cache: QueryClient, input: TrafficInput, isFollowing: boolean): Promise<void> {
  const held = cache.getQueryData(trafficOptions(input).queryKey)?.pages[0]?.held ?? null;
  if (isFollowing === (held === null)) return;
  if (!isFollowing) changeTraffic(cache, input, hold);
  else if (held === 0) changeTraffic(cache, input, follow);
  else await takeInHeld(cache, input);
}

/** Reads what the list has missed: all that matches its filter after the newest it knows. */
export async function catchUp(cache: QueryClient, input: TrafficInput): Promise<void> {
  const { queryKey } = trafficOptions(input);
  const newest = cache.getQueryData(queryKey)?.pages[0]?.newest;
  if (newest === undefined) return;
  const missed = await client.exchanges.list({ ...input, withUnkept: true, after: newest, limit: catchUpSize });
  if (missed.hasMore) await takeInHeld(cache, input);
  else changeTraffic(cache, input, (data) => arrive(data, missed.exchanges));
}
