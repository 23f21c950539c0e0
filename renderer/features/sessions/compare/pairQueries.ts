import { infiniteQueryOptions } from "@tanstack/react-query";
import type { PairVerdict } from "../../../../core/contract/comparison.ts";
import { client, orpc } from "../../../client/client.ts";

const pageSize = 200;

/** The next offset of a list that is read page by page. */
function nextOffset(
  _page: unknown,
  pages: readonly { readonly total: number; readonly rows: readonly unknown[] }[],
): number | undefined {
  const read = pages.reduce((sum, { rows }) => sum + rows.length, 0);
  return read < (pages[0]?.total ?? 0) ? read : undefined;
}

export function pairOptions(id: string, verdict: PairVerdict | undefined, group: number | undefined) {
  return infiniteQueryOptions({
    queryKey: orpc.comparison.pairs.key({ type: "infinite", input: { id, verdict, group } }),
    queryFn: ({ pageParam, signal }) =>
      client.comparison.pairs({ id, verdict, group, offset: pageParam, limit: pageSize }, { signal }),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
  });
}

export function retranslatedOptions(id: string, group: number | undefined) {
  return infiniteQueryOptions({
    queryKey: orpc.comparison.retranslated.key({ type: "infinite", input: { id, group } }),
    queryFn: ({ pageParam, signal }) =>
      client.comparison.retranslated({ id, group, offset: pageParam, limit: pageSize }, { signal }),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
  });
}
