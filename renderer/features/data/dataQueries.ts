import { infiniteQueryOptions } from "@tanstack/react-query";
import { client, orpc } from "../../client/client.ts";

const pageSize = 100;

/** What a page after these starts with, undefined when all is read. */
function nextOffset(pages: readonly { total: number; count: number }[]): number | undefined {
  const read = pages.reduce((sum, { count }) => sum + count, 0);
  return read < (pages.at(-1)?.total ?? 0) ? read : undefined;
}

/** The profiles of a property whose text contains `search`; the page parameter counts the profiles before the page. */
export function profilesOptions(property: string, search: string) {
  return infiniteQueryOptions({
    queryKey: orpc.sandbox.profiles.key({ type: "infinite", input: { property, search } }),
    queryFn: ({ pageParam, signal }) =>
      client.sandbox.profiles({ property, search, offset: pageParam, limit: pageSize }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (_page, pages) =>
      nextOffset(pages.map(({ total, profiles }) => ({ total, count: profiles.length }))),
  });
}

/** The timeline of one profile, or of the whole property; newest first. */
export function eventsOptions(property: string, profile: string | undefined) {
  return infiniteQueryOptions({
    queryKey: orpc.sandbox.events.key({ type: "infinite", input: { property, profile } }),
    queryFn: ({ pageParam, signal }) =>
      client.sandbox.events({ property, profile, offset: pageParam, limit: pageSize }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (_page, pages) => nextOffset(pages.map(({ total, events }) => ({ total, count: events.length }))),
  });
}
