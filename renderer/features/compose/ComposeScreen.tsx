import { useMemo, useRef, useState } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";
import { itemIndexAt } from "../../../core/klaviyo/requestItems.ts";
import { resolveRoute } from "../../../core/klaviyo/route.ts";
import { isMac } from "../../actions/isMac.ts";
import { useAction } from "../../actions/useAction.ts";
import { useStatus } from "../../live/LiveContext.ts";
import { useIsNarrow } from "../../ui/useIsNarrow.ts";
import { Dock } from "../exchange/dock/Dock.tsx";
import { PaneGrid } from "../exchange/panes/PaneGrid.tsx";
import { usePanesOf } from "../exchange/panes/usePanes.ts";
import { useDraftAnalysis } from "./analysis/useDraftAnalysis.ts";
import classes from "./ComposeScreen.module.css";
import { useComposeState } from "./draft/composeStore.ts";
import type { ComposeEditorHandle } from "./editor/ComposeEditor.tsx";
import { ComposeStrip } from "./request/ComposeStrip.tsx";
import { composedItem, composeModels } from "./request/composeModels.ts";
import { RequestLine } from "./request/RequestLine.tsx";
import { RequestPane } from "./request/RequestPane.tsx";
import { useSend } from "./useSend.ts";
import { useSent } from "./useSent.ts";
import { useStartFrom } from "./useStartFrom.ts";

const sendHint = `Send the request (${isMac ? "⌘" : "Ctrl"} ↵) to see the answer here.`;
/** Of the height, in percent: there is nothing to see of the answers yet. */
const unsentShare = 72;
const noEndpointText = "Nothing is translated: the path is not one of the four endpoints.";
const noCallText = "Nothing is translated: the body holds nothing that this endpoint takes.";

/** A request while it is written: what it would become beside it, and what it was answered below. */
export function ComposeScreen() {
  useStartFrom();
  const compose = useComposeState();
  const { draft } = compose;
  const { metrics } = useStatus().settings;
  const route = useMemo(() => resolveRoute(draft.method, draft.path), [draft.method, draft.path]);
  const endpoint = route.kind === "endpoint" ? route.endpoint.id : undefined;
  const [itemIndex, setItemIndex] = useState(0);
  const analysis = useDraftAnalysis({ endpoint, text: draft.body, metrics, item: itemIndex });
  const sent = useSent(compose, analysis?.item.index ?? 0);
  const source = useMemo(() => {
    const emptyText = endpoint === undefined ? noEndpointText : noCallText;
    const composed = { analysis, sent, emptyText, sendHint };
    const item = composedItem(composed);
    return { id: "draft", item, modelsAt: (call: number) => composeModels(composed, call) };
  }, [analysis, sent, endpoint]);
  const panes = usePanesOf(source);
  const editor = useRef<ComposeEditorHandle>(null);
  const { send, isPending } = useSend();
  const sendNow = () => send(editor.current?.flush() ?? draft.body);
  useAction("send", sendNow);
  const isNarrow = useIsNarrow();

  const grid = (
    <PaneGrid
      panes={panes}
      item={source.item}
      requestShare={compose.sent ? 50 : unsentShare}
      request={(frame) => (
        <RequestPane
          endpoint={endpoint}
          analysis={analysis}
          panes={panes}
          frame={frame}
          onEditor={(handle) => {
            editor.current = handle;
          }}
          onCaret={(pointer) => {
            const at = endpoint && pointer !== undefined ? itemIndexAt(endpoint, pointer) : undefined;
            if (at !== undefined) setItemIndex(at);
          }}
          onSend={sendNow}
        />
      )}
    />
  );
  const dock = <Dock item={source.item} panes={panes} />;
  return (
    <div className={classes.screen}>
      <RequestLine isSending={isPending} onSend={sendNow} />
      <ComposeStrip route={route} analysis={analysis} sent={sent} />
      {isNarrow ? (
        <div className={classes.scroll}>
          {grid}
          {dock}
        </div>
      ) : (
        <Group orientation="vertical" className={classes.body}>
          <Panel id="compose-panes" minSize={160}>
            {grid}
          </Panel>
          <Separator className={classes.separator} aria-label="Height of the findings" />
          <Panel id="compose-dock" defaultSize={150} minSize={40} groupResizeBehavior="preserve-pixel-size">
            {dock}
          </Panel>
        </Group>
      )}
    </div>
  );
}
