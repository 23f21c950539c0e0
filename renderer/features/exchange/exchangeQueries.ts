import { infiniteQueryOptions } from "@tanstack/react-query";
import { client, orpc } from "../../client/client.ts";

const itemsPageSize = 200;

export function headOptions(id: string) {
  return orpc.exchanges.get.queryOptions({ input: { id } });
}

export function itemOptions(id: string, index: number) {
  return orpc.exchanges.item.queryOptions({ input: { id, index } });
}

/** The items of a bulk request whose text contains `search`; the page parameter counts the items before the page. */
export function itemsOptions(id: string, search: string) {
  return infiniteQueryOptions({
    queryKey: orpc.exchanges.items.key({ type: "infinite", input: { id, search } }),
    queryFn: ({ pageParam, signal }) =>
      client.exchanges.items({ id, search, offset: pageParam, limit: itemsPageSize }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (_page, pages) => {
      const read = pages.reduce((sum, { items }) => sum + items.length, 0);
      return read < (pages[0]?.total ?? 0) ? read : undefined;
    },
  });
}
