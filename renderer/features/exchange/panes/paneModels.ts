import type { ExchangeHead, ExchangeItem, NativeCallView, PaneText } from "../../../../core/contract/exchangeView.ts";
import type { Headers } from "../../../../core/exchange/exchange.ts";
import type { Pane } from "../../../../core/translation/link.ts";
import { bytesText, durationText } from "../../../ui/quantityText.ts";
import { unansweredLine } from "../../traffic/unansweredText.ts";

/** What one pane shows. */
export interface PaneModel {
  readonly pane: Pane;
  /** Names the landmark. */
  readonly title: string;
  /** Beside the title: status, size, call. */
  readonly meta: string;
  readonly status: number | undefined;
  /** Beside the title, where it is no record of something that happened. */
  readonly mark?: string;
  readonly body: PaneText;
  readonly headers: Headers;
  /** Pointer of what the text shows within the whole, as the places of links count. */
  readonly base: string;
  readonly emptyText: string;
}

export const paneTitles = {
  "klaviyo-request": "Klaviyo request",
  "native-request": "Native request",
  "native-response": "Native response",
  "klaviyo-response": "Klaviyo response",
} as const satisfies Record<Pane, string>;

const noBody: PaneText = { text: "", truncated: false, bytes: 0, binary: false };

function sizeText({ bytes }: PaneText): string {
  return bytes === 0 ? "" : bytesText(bytes);
}

function contentType(headers: Headers): string {
  return headers.find(([name]) => name.toLowerCase() === "content-type")?.[1].split(";")[0] ?? "";
}

function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(" · ");
}

function noCallText({ summary }: ExchangeHead): string {
  if (summary.nativePending > 0) return "Its native call has not been made";
  if (summary.status !== null && summary.status >= 400) return "No native call: the request was refused";
  return "No native call";
}

function nativeRequest(head: ExchangeHead, call: NativeCallView | undefined): PaneModel {
  const body = call?.requestBody ?? noBody;
  return {
    pane: "native-request",
    title: paneTitles["native-request"],
    meta: call ? joined(`${call.method} ${call.path}`, sizeText(body)) : "",
    status: undefined,
    ...(call?.isMade === false && { mark: "not made" }),
    body,
    headers: call?.requestHeaders ?? [],
    base: call ? `/${call.index}${call.requestPointer}` : "",
    emptyText: call ? "No body" : noCallText(head),
  };
}

function noNativeAnswerText({ summary }: ExchangeHead, { isMade }: NativeCallView): string {
  if (isMade) return "No answer came";
  return summary.nativePending > 0
    ? "This call has not been made"
    : "Nobody is known to have made this call: it is what the present rules make of the request. A replay makes it.";
}

function nativeResponse(head: ExchangeHead, call: NativeCallView | undefined): PaneModel {
  const isAnswered = call !== undefined && call.status !== null;
  return {
    pane: "native-response",
    title: paneTitles["native-response"],
    meta: isAnswered ? joined(durationText(call.durationMs), sizeText(call.responseBody)) : "",
    status: call?.status ?? undefined,
    body: call?.responseBody ?? noBody,
    headers: call?.responseHeaders ?? [],
    base: call ? `/${call.index}` : "",
    emptyText: call ? (isAnswered ? "An empty answer" : noNativeAnswerText(head, call)) : noCallText(head),
  };
}

/** The four panes in the order of the flow, with the native call at `callIndex` among those of the item. */
export function paneModels(head: ExchangeHead, item: ExchangeItem, callIndex: number): readonly PaneModel[] {
  const call = item.native[callIndex];
  const { response } = head;
  return [
    {
      pane: "klaviyo-request",
      title: paneTitles["klaviyo-request"],
      meta: joined(sizeText(item.requestBody), contentType(head.request.headers)),
      status: undefined,
      body: item.requestBody,
      headers: head.request.headers,
      base: item.requestPointer,
      emptyText: "No body",
    },
    nativeRequest(head, call),
    nativeResponse(head, call),
    {
      pane: "klaviyo-response",
      title: paneTitles["klaviyo-response"],
      meta: response ? joined(sizeText(item.responseBody), contentType(response.headers)) : "",
      status: response?.status,
      body: item.responseBody,
      headers: response?.headers ?? [],
      base: "",
      emptyText: response ? "An empty answer" : unansweredLine(head.summary),
    },
  ];
}
