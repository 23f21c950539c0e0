import type { DatabaseSync } from "node:sqlite";
import type { ExchangeHead, ExchangeItem } from "../../../../../core/contract/exchangeView.ts";
import { paneTextOfPart } from "../../../../../core/contract/paneText.ts";
import { unsentCalls } from "../../../../../core/contract/unsentCalls.ts";
import type { ExchangeSummary } from "../../../../../core/exchange/exchange.ts";
import { valueAt } from "../../../../../core/json/pointer.ts";
import { itemAt, itemIndexAt, type RequestItem } from "../../../../../core/klaviyo/requestItems.ts";
import { explain } from "../../../../../core/translation/explain.ts";
import type { Finding } from "../../../../../core/translation/finding.ts";
import { linkExchange } from "../../../../../core/translation/linkExchange.ts";
import { itemProvenance, nativeParts, wholeCalls } from "../../../../../core/translation/nativeParts.ts";
import type { MetricTable } from "../../../../../core/translation/translation.ts";
import { openStoredSettings } from "../../recording/settingsTable.ts";
import type { ItemPage } from "../../store.ts";
import type { ExchangeRows } from "../exchangeRows.ts";
import { listItemsOf } from "./listItems.ts";
import { answerHeads, nativeView, partViews } from "./nativeViews.ts";
import { type OpenedExchange, type OpenedRequest, openExchanges } from "./openedExchange.ts";
import { paneTextOf } from "./paneTextOf.ts";

interface ItemReads {
  getHead(id: string): ExchangeHead | undefined;
  getItem(id: string, index: number): ExchangeItem | undefined;
  listItems(id: string, search: string, offset: number, limit: number): ItemPage | undefined;
}

/** What the exchange view shows: an exchange's head, its items, and one item in four panes. */
export function openItemReads(database: DatabaseSync, rows: ExchangeRows): ItemReads {
  const open = openExchanges(rows);
  const settings = openStoredSettings(database);
  return {
    getHead: (id) => {
      const summary = rows.summary(id);
      return summary && headOf(rows, summary, open(summary));
    },
    getItem: (id, index) => {
      const summary = rows.summary(id);
      if (!summary) return undefined;
      const opened = open(summary);
      const { request } = opened;
      if (!request || request.items <= 1)
        return index === 0 ? wholeItem(rows, summary, opened, settings().metrics) : undefined;
      const item = itemAt(request.endpoint, request.document, index);
      return item && oneOfMany({ rows, summary, opened, request, item, metrics: settings().metrics });
    },
    listItems: (id, search, offset, limit) => {
      const summary = rows.summary(id);
      return summary && listItemsOf({ rows, summary, request: open(summary).request }, search, offset, limit);
    },
  };
}

function headOf(
  rows: ExchangeRows,
  summary: ExchangeSummary,
  { requestHeaders, responseHeaders, request }: OpenedExchange,
): ExchangeHead {
  const { method, path, status } = summary;
  return {
    summary,
    request: { method, path, headers: requestHeaders },
    response: status === null ? null : { status, headers: responseHeaders ?? [] },
    items: request?.items ?? 1,
    note: rows.note(summary.id),
    parent: (summary.parent === null ? undefined : rows.summary(summary.parent)) ?? null,
    children: rows.children(summary.id),
  };
}

/** Everything at once, of any exchange but a bulk request of several items. */
function wholeItem(
  rows: ExchangeRows,
  summary: ExchangeSummary,
  { requestBody, responseBody, response, request }: OpenedExchange,
  metrics: MetricTable,
): ExchangeItem {
  const { position, at } = summary;
  const shown = {
    index: 0,
    requestPointer: "",
    requestBody: paneTextOf(requestBody),
    native: rows.nativeCalls(position).map((call) => nativeView(call)),
    responseBody: paneTextOf(responseBody),
    findings: rows.findings(position),
  };
  const isUnsent = isTranslatable(summary) && shown.native.length === 0;
  // Where nothing native was called, no field went anywhere.
  if (!request || (shown.native.length === 0 && !isUnsent)) return { ...shown, links: [] };
  const explained = explain(request.endpoint, request.document, { metrics, now: at });
  return {
    ...shown,
    ...(isUnsent && { native: unsentCalls(explained, wholeCalls(explained)) }),
    links: linkExchange(
      explained,
      answerHeads(rows, position, () => true),
      response,
    ),
  };
}

interface ShownItem {
  readonly rows: ExchangeRows;
  readonly summary: ExchangeSummary;
  readonly opened: OpenedExchange;
  readonly request: OpenedRequest;
  readonly item: RequestItem;
  readonly metrics: MetricTable;
}

/** One item of a bulk request, with its own part of everything. */
function oneOfMany({ rows, summary, opened, request, item, metrics }: ShownItem): ExchangeItem {
  const { position, at, nativeCalls } = summary;
  const { endpoint, document } = request;
  const findings = rows.findings(position).filter((finding) => concerns(request, finding, item));
  const shown = {
    index: item.index,
    requestPointer: item.pointer,
    requestBody: paneTextOfPart(valueAt(document, item.pointer)),
    responseBody: paneTextOf(opened.responseBody),
    findings,
  };
  const isUnsent = isTranslatable(summary) && nativeCalls === 0;
  if (nativeCalls === 0 && !isUnsent) return { ...shown, native: [], links: [] };
  const explained = explain(endpoint, document, { metrics, now: at }, item.index);
  const own = { ...explained, provenance: itemProvenance(explained, item) };
  const parts = nativeParts(own, item);
  const calls = new Set(parts.map(({ call }) => call));
  const answers = answerHeads(rows, position, (index) => index === 0 || calls.has(index));
  return {
    ...shown,
    native: isUnsent ? unsentCalls(explained, parts) : partViews(rows, position, parts),
    links: linkExchange(own, answers, opened.response),
  };
}

/**
 * Whether the native calls that the present rules make of it are of use where none is recorded: nobody saw what became of a request that came from a file or
 * was sent elsewhere. One that the surface refuses has no leaves, and becomes no call.
 */
function isTranslatable({ origin, leaves }: ExchangeSummary): boolean {
  return (origin === "imported" || origin === "replayed") && leaves > 0;
}

/** A finding of the item, or of what stands outside of all. */
function concerns({ endpoint }: OpenedRequest, { pointer }: Finding, { index }: RequestItem): boolean {
  return (itemIndexAt(endpoint, pointer) ?? index) === index;
}
