import type { ExchangeSummary, Headers } from "../../../../../core/exchange/exchange.ts";
import { type Json, parseJson, stringifyJson } from "../../../../../core/json/json.ts";
import { valueAt } from "../../../../../core/json/pointer.ts";
import { type EndpointId, isEndpointId } from "../../../../../core/klaviyo/endpoints.ts";
import { readDocument } from "../../../../../core/klaviyo/readDocument.ts";
import { countItems, listItems, type RequestItem } from "../../../../../core/klaviyo/requestItems.ts";
import { translate } from "../../../../../core/translation/translate.ts";
import type { Translation } from "../../../../../core/translation/translation.ts";
import { decodeCoding } from "../../../coding/decodeCoding.ts";
import { bytesOf } from "../../columns/bodyColumn.ts";
import type { ExchangeRows } from "../exchangeRows.ts";

/** What of an exchange never changes, read and parsed for someone who looks at it item by item. */
export interface OpenedExchange {
  readonly requestHeaders: Headers;
  readonly responseHeaders: Headers | null;
  /** The request body, its content coding undone. */
  readonly requestBody: Buffer;
  readonly responseBody: Buffer;
  /** The answer as JSON; undefined where it is none. */
  readonly response: Json | undefined;
  /** The request as JSON, if it is a request of one of the four endpoints. */
  readonly request: OpenedRequest | undefined;
}

export interface OpenedRequest {
  readonly endpoint: EndpointId;
  readonly document: Json;
  /** How many items a bulk request has; 1 otherwise. */
  readonly items: number;
  /** All items, and the text of each in small letters. Made when they are first asked for. */
  listed(): readonly RequestItem[];
  texts(): readonly string[];
  /** Which native calls belong to which item. Made when it is first asked for. */
  translation(): Translation;
}

/** Keeps the exchange that was opened last: going through ten thousand items parses their request once. */
export function openExchanges(rows: ExchangeRows): (summary: ExchangeSummary) => OpenedExchange {
  let last: { readonly id: string; readonly opened: OpenedExchange } | undefined;
  return (summary) => {
    if (last?.id !== summary.id) last = { id: summary.id, opened: openExchange(rows, summary) };
    return last.opened;
  };
}

function openExchange(rows: ExchangeRows, { position, endpoint, at }: ExchangeSummary): OpenedExchange {
  const { request_headers, request_body, response_headers, response_body } = rows.payload(position);
  const requestBody = decodeCoding(bytesOf(request_body), request_headers);
  const responseBody = bytesOf(response_body ?? "");
  return {
    requestHeaders: request_headers,
    responseHeaders: response_headers,
    requestBody,
    responseBody,
    response: jsonOf(responseBody),
    request: isEndpointId(endpoint) ? openRequest(endpoint, requestBody, at) : undefined,
  };
}

function openRequest(endpoint: EndpointId, body: Buffer, now: string): OpenedRequest | undefined {
  const read = readDocument(body);
  if (!read.ok) return undefined;
  const { document } = read;
  let translation: Translation | undefined;
  let listed: readonly RequestItem[] | undefined;
  let texts: readonly string[] | undefined;
  const list = (): readonly RequestItem[] => {
    listed ??= listItems(endpoint, document);
    return listed;
  };
  return {
    endpoint,
    document,
    items: countItems(endpoint, document),
    listed: list,
    texts: () => {
      texts ??= list().map(({ pointer }) => stringifyJson(valueAt(document, pointer) ?? null).toLowerCase());
      return texts;
    },
    translation: () => {
      // The metric table changes what is in a call, never whose it is.
      translation ??= translate(endpoint, document, { metrics: {}, now });
      return translation;
    },
  };
}

/** A body as JSON; undefined where it is none. */
export function jsonOf(body: Buffer): Json | undefined {
  const parsed = parseJson(body.toString("utf8"));
  return parsed.ok ? parsed.value : undefined;
}
