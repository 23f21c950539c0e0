import { valueAt } from "../json/pointer.ts";
import type { NativePart } from "../translation/nativeParts.ts";
import type { Translation } from "../translation/translation.ts";
import type { NativeCallView } from "./exchangeView.ts";
import { paneTextOfPart } from "./paneText.ts";

/** The native calls of a translation that nobody has made, as the panes show them. */
export function unsentCalls({ native }: Translation, parts: readonly NativePart[]): NativeCallView[] {
  return parts.flatMap(({ call: index, pointer }) => {
    const call = native[index];
    if (!call) return [];
    return {
      index,
      isMade: false,
      method: call.method,
      path: call.path,
      requestHeaders: [],
      requestBody: paneTextOfPart(valueAt(call.body, pointer)),
      requestPointer: pointer,
      status: null,
      responseHeaders: [],
      responseBody: paneTextOfPart(undefined),
      durationMs: 0,
    };
  });
}
