import type { ExchangeSummary } from "../../../../../core/exchange/exchange.ts";
import { itemIndexAt } from "../../../../../core/klaviyo/requestItems.ts";
import type { ItemPage } from "../../store.ts";
import type { ExchangeRows } from "../exchangeRows.ts";
import type { OpenedRequest } from "./openedExchange.ts";

interface ListedExchange {
  readonly rows: ExchangeRows;
  readonly summary: ExchangeSummary;
  readonly request: OpenedRequest | undefined;
}

/** A page of the items whose text contains the search, in any case. */
export function listItemsOf(exchange: ListedExchange, search: string, offset: number, limit: number): ItemPage {
  const { request } = exchange;
  if (!request) return { total: 0, items: [] };
  const wanted = search.toLowerCase();
  const listed = request.listed();
  const found = wanted === "" ? listed : listed.filter((_item, at) => request.texts()[at]?.includes(wanted));
  const statusOf = itemStatuses(exchange, request);
  const items = found
    .slice(offset, offset + limit)
    .map(({ index, title, subject }) => ({ index, title, subject, status: statusOf(index) }));
  return { total: found.length, items };
}

/** The status of an item: the worst of its native calls; of a refused request, that of the refusal for the items that caused it. */
function itemStatuses({ rows, summary }: ListedExchange, request: OpenedRequest): (index: number) => number | null {
  const { position, status, nativeCalls } = summary;
  const statuses = new Map<number, number>();
  if (nativeCalls === 0) {
    for (const { kind, pointer } of rows.findings(position)) {
      const index = kind === "refused" ? itemIndexAt(request.endpoint, pointer) : undefined;
      if (index !== undefined && status !== null) statuses.set(index, status);
    }
    return (index) => statuses.get(index) ?? null;
  }
  let shared: number | null = null;
  const { callItems } = request.translation();
  rows.nativeStatuses(position).forEach((answered, call) => {
    const item = callItems[call];
    if (answered === null) return;
    if (item === undefined) shared = Math.max(shared ?? 0, answered);
    else statuses.set(item, Math.max(statuses.get(item) ?? 0, answered));
  });
  return (index) => worst(statuses.get(index), shared);
}

function worst(own: number | undefined, shared: number | null): number | null {
  return own === undefined ? shared : Math.max(own, shared ?? 0);
}
