import type { ExchangeHead, ExchangeItem, PaneText } from "../../../../core/contract/exchangeView.ts";
import { countText } from "../../../ui/quantityText.ts";
import { type PaneModel, paneModels, paneTitles } from "../../exchange/panes/paneModels.ts";
import type { DraftAnalysis } from "../analysis/draftAnalysis.ts";

/** The exchange that came of the draft, as the panes show it; `isEdited`: the draft has changed since. */
export interface SentExchange {
  readonly head: ExchangeHead;
  readonly item: ExchangeItem;
  readonly isEdited: boolean;
}

export interface ComposedPanes {
  readonly analysis: DraftAnalysis | undefined;
  readonly sent: SentExchange | undefined;
  /** What stands where there is no translation. */
  readonly emptyText: string;
  /** How to send, for panes that wait for it. */
  readonly sendHint: string;
}

const noBody: PaneText = { text: "", truncated: false, bytes: 0, binary: false };
const noItem: ExchangeItem = {
  index: 0,
  requestPointer: "",
  requestBody: noBody,
  native: [],
  responseBody: noBody,
  links: [],
  findings: [],
};

function emptyPane(pane: PaneModel["pane"], emptyText: string): PaneModel {
  return { pane, title: paneTitles[pane], meta: "", status: undefined, body: noBody, headers: [], base: "", emptyText };
}

function nativeRequest({ analysis, emptyText }: ComposedPanes, callIndex: number): PaneModel {
  const call = analysis?.item.native[callIndex];
  if (!analysis || !call) return emptyPane("native-request", analysis?.syntaxFault?.message ?? emptyText);
  const refusal = analysis.refusedWith === undefined ? "" : `not made: refused with ${analysis.refusedWith}`;
  const ofItem = analysis.items > 1 ? `item ${analysis.item.index} of ${countText(analysis.items, "item")}` : "";
  return {
    ...emptyPane("native-request", "No body"),
    meta: [`${call.method} ${call.path}`, ofItem, refusal].filter(Boolean).join(" · "),
    body: call.requestBody,
    base: `/${call.index}${call.requestPointer}`,
  };
}

/** The lower panes: what was answered to the draft when it was sent last. */
function answers({ sent, sendHint }: ComposedPanes, callIndex: number): PaneModel[] {
  if (!sent) return [emptyPane("native-response", sendHint), emptyPane("klaviyo-response", sendHint)];
  return paneModels(sent.head, sent.item, Math.min(callIndex, Math.max(0, sent.item.native.length - 1)))
    .filter(({ pane }) => pane.endsWith("response"))
    .map((model) =>
      sent.isEdited ? { ...model, meta: [model.meta, "before your changes"].filter(Boolean).join(" · ") } : model,
    );
}

/** The four panes of a draft: its translation while it is typed, and the answers it got when it was sent. */
export function composeModels(panes: ComposedPanes, callIndex: number): readonly PaneModel[] {
  return [emptyPane("klaviyo-request", ""), nativeRequest(panes, callIndex), ...answers(panes, callIndex)];
}

/** The item that the panes are about: the draft's translation, with the answers' own steps while they belong to it. */
export function composedItem({ analysis, sent }: ComposedPanes): ExchangeItem {
  const item = analysis?.item ?? noItem;
  if (!sent || sent.isEdited) return item;
  const answered = sent.item.links.filter(
    ({ from, to }) => !(from.pane === "klaviyo-request" && to.pane === "native-request"),
  );
  return { ...item, links: [...item.links, ...answered] };
}
