import type { NativeCallView } from "../../../../../core/contract/exchangeView.ts";
import { paneTextOfPart } from "../../../../../core/contract/paneText.ts";
import { valueAt } from "../../../../../core/json/pointer.ts";
import type { NativePart } from "../../../../../core/translation/nativeParts.ts";
import type { AnswerHead } from "../../../../../core/translation/nativeProblems.ts";
import { bytesOf } from "../../columns/bodyColumn.ts";
import type { ExchangeRows, NativeCallRow } from "../exchangeRows.ts";
import { jsonOf } from "./openedExchange.ts";
import { paneTextOf } from "./paneTextOf.ts";

/** A native call as the panes show it: whole, or the part of it at a pointer. */
export function nativeView(call: NativeCallRow, pointer = ""): NativeCallView {
  return {
    index: call.index,
    isMade: true,
    method: call.method,
    path: call.path,
    requestHeaders: call.request_headers,
    requestBody:
      pointer === ""
        ? paneTextOf(bytesOf(call.request_body))
        : paneTextOfPart(valueAt(jsonOf(bytesOf(call.request_body)) ?? null, pointer)),
    requestPointer: pointer,
    status: call.status,
    responseHeaders: call.response_headers ?? [],
    responseBody: paneTextOf(bytesOf(call.response_body ?? "")),
    durationMs: call.duration_ms,
  };
}

/** The native calls of an item, those that were made. */
export function partViews(rows: ExchangeRows, position: number, parts: readonly NativePart[]): NativeCallView[] {
  return parts.flatMap(({ call, pointer }) => {
    const row = rows.nativeCall(position, call);
    return row ? [nativeView(row, pointer)] : [];
  });
}

/** What was answered to each native call. Of ten thousand answers only those are parsed that `isRead` picks, and the refusals. */
export function answerHeads(
  rows: ExchangeRows,
  position: number,
  isRead: (index: number) => boolean,
): readonly AnswerHead[] {
  return rows.nativeStatuses(position).map((status, index) => {
    const isWanted = status !== null && (status >= 400 || isRead(index));
    const body = isWanted ? rows.nativeCall(position, index)?.response_body : undefined;
    return { status: status ?? 0, body: body == null ? undefined : jsonOf(bytesOf(body)) };
  });
}
