import type { NativeCallView, PaneText } from "../../../../core/contract/exchangeView.ts";
import { type Json, stringifyJson } from "../../../../core/json/json.ts";
import { valueAt } from "../../../../core/json/pointer.ts";
import { utf8Length } from "../../../../core/json/utf8.ts";
import type { NativePart } from "../../../../core/translation/nativeParts.ts";
import type { Translation } from "../../../../core/translation/translation.ts";

function textOf(value: Json | undefined): PaneText {
  const text = value === undefined ? "" : stringifyJson(value);
  return { text, truncated: false, bytes: utf8Length(text), binary: false };
}

/** Native calls that were not made yet, as the panes show them. */
export function unsentCalls({ native }: Translation, parts: readonly NativePart[]): NativeCallView[] {
  return parts.flatMap(({ call: index, pointer }) => {
    const call = native[index];
    if (!call) return [];
    return {
      index,
      method: call.method,
      path: call.path,
      requestHeaders: [],
      requestBody: textOf(valueAt(call.body, pointer)),
      requestPointer: pointer,
      status: null,
      responseHeaders: [],
      responseBody: textOf(undefined),
      durationMs: 0,
    };
  });
}
