import { ActionIcon, Tooltip, UnstyledButton } from "@mantine/core";
import { IconIndentIncrease } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { prettyJson } from "../../../../core/json/prettyJson.ts";
import { editorSchema } from "../../../../core/klaviyo/editorSchema.ts";
import type { EndpointId } from "../../../../core/klaviyo/endpoints.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { bytesText } from "../../../ui/quantityText.ts";
import { MaximiseButton } from "../../exchange/panes/MaximiseButton.tsx";
import paneClasses from "../../exchange/panes/PaneView.module.css";
import type { PaneFrame } from "../../exchange/panes/paneFrame.ts";
import { paneMarks } from "../../exchange/panes/paneMarks.ts";
import type { Panes } from "../../exchange/panes/usePanes.ts";
import type { DraftAnalysis } from "../analysis/draftAnalysis.ts";
import { composeStore, useComposeState } from "../draft/composeStore.ts";
import { ComposeEditor, type ComposeEditorHandle } from "../editor/ComposeEditor.tsx";
import { HeaderFields } from "./HeaderFields.tsx";

interface RequestPaneProps {
  readonly endpoint: EndpointId | undefined;
  readonly analysis: DraftAnalysis | undefined;
  readonly panes: Panes;
  readonly frame: PaneFrame;
  readonly onEditor: (handle: ComposeEditorHandle | null) => void;
  readonly onCaret: (pointer: string | undefined) => void;
  readonly onSend: () => void;
}

const noFindings: DraftAnalysis["item"]["findings"] = [];
const pane = "klaviyo-request";

/** The request that is being written: its body, or its headers. */
export function RequestPane(props: RequestPaneProps) {
  const { endpoint, analysis, panes, frame, onEditor } = props;
  const { draft } = useComposeState();
  const [showsHeaders, setShowsHeaders] = useState(false);
  const schema = useMemo(() => endpoint && editorSchema(endpoint), [endpoint]);
  const findings = analysis?.item.findings ?? noFindings;
  const { trace } = panes.provenance;
  const model = panes.models.find((each) => each.pane === pane);
  const marks = useMemo(() => {
    // Refusals are the editor's own diagnostics.
    const shown = findings.filter(({ kind }) => kind !== "refused");
    return model ? paneMarks(model, trace, shown) : [];
  }, [model, trace, findings]);
  const placeOf = (pointer: string | undefined) => (pointer === undefined ? undefined : ({ pane, pointer } as const));
  return (
    <section
      className={paneClasses.pane}
      aria-label="Klaviyo request"
      data-maximised={frame.isMaximised || undefined}
      onFocusCapture={frame.onFocus}
    >
      <header className={paneClasses.header}>
        <h2 className={paneClasses.title}>Klaviyo request</h2>
        <span className={paneClasses.meta}>{bytesText(draft.body.length)}</span>
        <UnstyledButton
          className={paneClasses.toggle}
          aria-pressed={showsHeaders}
          aria-label="Headers and key of the Klaviyo request"
          onClick={() => setShowsHeaders(!showsHeaders)}
        >
          Headers & key
        </UnstyledButton>
        <Tooltip label="Lay out the JSON">
          <ActionIcon
            size="sm"
            aria-label="Lay out the JSON"
            onClick={() => composeStore.change({ body: prettyJson(draft.body) })}
          >
            <IconIndentIncrease size={14} />
          </ActionIcon>
        </Tooltip>
        <CopyButton value={draft.body} label="the Klaviyo request's body" />
        <MaximiseButton title="Klaviyo request" isMaximised={frame.isMaximised} onMaximise={frame.onMaximise} />
      </header>
      <div className={paneClasses.body}>
        {showsHeaders ? (
          <HeaderFields />
        ) : (
          <ComposeEditor
            label="Klaviyo request body"
            text={draft.body}
            schema={schema}
            findings={findings}
            fault={analysis?.syntaxFault}
            marks={marks}
            handle={(handle) => {
              onEditor(handle);
              panes.register(pane, handle);
            }}
            onText={(body) => composeStore.change({ body })}
            onSend={props.onSend}
            onHover={(pointer) => panes.hover(placeOf(pointer))}
            onCaret={(pointer) => {
              props.onCaret(pointer);
              panes.choose(placeOf(pointer));
            }}
            onJump={(step) => panes.jump(pane, step)}
          />
        )}
      </div>
    </section>
  );
}
