import type { NativeCallView, PaneText } from "../../../../core/contract/exchangeView.ts";
import { type Json, stringifyJson } from "../../../../core/json/json.ts";
import { pointerTokens, valueAt } from "../../../../core/json/pointer.ts";
import { utf8Length } from "../../../../core/json/utf8.ts";
import type { Link } from "../../../../core/translation/link.ts";
import type { ExplainedTranslation, ProvenanceEntry } from "../../../../core/translation/translation.ts";

function ownEntries({ provenance }: ExplainedTranslation, item: string | undefined): readonly ProvenanceEntry[] {
  if (item === undefined) return provenance;
  return provenance.filter(({ from }) => from === item || from.startsWith(`${item}/`));
}

/** "/0/body/events/17/profile" is in call 0, in its part "/events/17"; a call without a list of events is one part. */
function partOf(pointer: string): { call: number; part: string } | undefined {
  const [call, body, list, index] = pointerTokens(pointer);
  if (call === undefined || body !== "body") return undefined;
  return { call: Number(call), part: list === "events" && index !== undefined ? `/events/${index}` : "" };
}

function textOf(value: Json | undefined): PaneText {
  const text = value === undefined ? "" : stringifyJson(value);
  return { text, truncated: false, bytes: utf8Length(text), binary: false };
}

function viewOf({ native }: ExplainedTranslation, index: number, part: string): NativeCallView[] {
  const call = native[index];
  if (!call) return [];
  return [
    {
      index,
      method: call.method,
      path: call.path,
      requestHeaders: [],
      requestBody: textOf(valueAt(call.body, part)),
      requestPointer: part,
      status: null,
      responseHeaders: [],
      responseBody: textOf(undefined),
      durationMs: 0,
    },
  ];
}

/** The native calls of a request, or of one item of a bulk request: of a call that carries many events only the item's own. */
export function itemNative(explained: ExplainedTranslation, item: string | undefined): NativeCallView[] {
  if (item === undefined) return explained.native.flatMap((_call, index) => viewOf(explained, index, ""));
  const places = ownEntries(explained, item).flatMap(({ to }) => partOf(to) ?? []);
  const hasParts = new Set(places.filter(({ part }) => part !== "").map(({ call }) => call));
  const parts = new Map(
    places
      .filter(({ call, part }) => part !== "" || !hasParts.has(call))
      .map(({ call, part }) => [`${call}${part}`, { call, part }]),
  );
  return [...parts.values()].flatMap(({ call, part }) => viewOf(explained, call, part));
}

/** The steps from the Klaviyo request to the native ones, in the panes' own pointers. */
export function itemLinks(explained: ExplainedTranslation, item: string | undefined): Link[] {
  return ownEntries(explained, item).flatMap(({ from, to, rule }): Link[] => {
    const place = /^(\/\d+)\/body(.*)$/s.exec(to);
    if (!place) return [];
    const [, call = "", inner = ""] = place;
    return [
      {
        from: { pane: "klaviyo-request", pointer: from },
        to: { pane: "native-request", pointer: call + inner },
        rule,
      },
    ];
  });
}
