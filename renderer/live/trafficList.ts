import type { InfiniteData } from "@tanstack/react-query";
import type { ExchangeSummary } from "../../core/exchange/exchange.ts";

/** A page of the list. Of the first page, `newest` is the newest position known and `held` counts what has arrived but is not shown. */
export interface TrafficPage {
  readonly exchanges: readonly ExchangeSummary[];
  readonly total: number;
  readonly hasMore: boolean;
  readonly newest: number;
  /** null while arrivals are shown at once. */
  readonly held: number | null;
}

/** The list of one session and filter, newest first; the page parameter is the position before which a page starts. */
export type TrafficData = InfiniteData<TrafficPage, number | undefined>;

/** Rows that a list which is followed keeps; older ones are read again when someone scrolls to them. */
const followedRows = 500;

export function trafficRows(data: Pick<TrafficData, "pages">): ExchangeSummary[] {
  return data.pages.flatMap((page) => page.exchanges);
}

function changeFirst(data: TrafficData, change: (page: TrafficPage) => TrafficPage): TrafficData {
  const [first, ...rest] = data.pages;
  return first ? { ...data, pages: [change(first), ...rest] } : data;
}

/** Puts what arrived at the top, or counts it when the list is held. What is known already changes nothing. */
export function arrive(data: TrafficData, arrivals: readonly ExchangeSummary[]): TrafficData {
  const first = data.pages[0];
  if (!first) return data;
  const fresh = arrivals.filter(({ position }) => position > first.newest).sort((a, b) => b.position - a.position);
  const [newest] = fresh;
  if (!newest) return data;
  const known = { ...first, newest: newest.position, total: first.total + fresh.length };
  if (first.held !== null) return changeFirst(data, () => ({ ...known, held: (first.held ?? 0) + fresh.length }));
  const exchanges = [...fresh, ...first.exchanges];
  if (exchanges.length <= followedRows) return changeFirst(data, () => ({ ...known, exchanges }));
  return {
    pages: [{ ...known, exchanges: exchanges.slice(0, followedRows), hasMore: true }],
    pageParams: [undefined],
  };
}

/** From now on arrivals are counted and not shown. */
export function hold(data: TrafficData): TrafficData {
  return changeFirst(data, (first) => ({ ...first, held: first.held ?? 0 }));
}

/** From now on arrivals are shown. Only for a list that holds none back. */
export function follow(data: TrafficData): TrafficData {
  return changeFirst(data, (first) => ({ ...first, held: null }));
}

/** The first page alone: what a list that takes in what it held starts from. */
export function firstPageOnly(data: TrafficData): TrafficData {
  return { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) };
}

/** Changes one row, where the list has it. */
export function changeRow(data: TrafficData, id: string, change: Partial<ExchangeSummary>): TrafficData {
  if (!data.pages.some((page) => page.exchanges.some((row) => row.id === id))) return data;
  return {
    ...data,
    pages: data.pages.map((page) => ({
      ...page,
      exchanges: page.exchanges.map((row) => (row.id === id ? { ...row, ...change } : row)),
    })),
  };
}
