import { useWindowEvent } from "@mantine/hooks";
import { type ReactNode, useRef, useState } from "react";
import { Cell, Grid, Gridline } from "react-resizable-panels";
import type { ExchangeItem } from "../../../../core/contract/exchangeView.ts";
import type { Pane } from "../../../../core/translation/link.ts";
import { useAction } from "../../../actions/useAction.ts";
import { useIsNarrow } from "../../../ui/useIsNarrow.ts";
import { CallSwitcher } from "./CallSwitcher.tsx";
import classes from "./PaneGrid.module.css";
import { PaneView } from "./PaneView.tsx";
import type { PaneFrame } from "./paneFrame.ts";
import type { PaneModel } from "./paneModels.ts";
import type { Panes } from "./usePanes.ts";

/** Clockwise, as the data flows: in at the top left, back out at the bottom left. */
const cells: Readonly<Record<Pane, { column: number; row: number }>> = {
  "klaviyo-request": { column: 0, row: 0 },
  "native-request": { column: 1, row: 0 },
  "native-response": { column: 1, row: 1 },
  "klaviyo-response": { column: 0, row: 1 },
};
const track = { minSize: 60 };

/** A gridline takes no label as others do. */
const labelled = (label: string) => (element: HTMLElement | null) => element?.setAttribute("aria-label", label);
const columnLabel = labelled("Width of the panes");
const rowLabel = labelled("Height of the panes");

interface PaneGridProps {
  readonly panes: Panes;
  readonly item: ExchangeItem;
  /** Stands in the place of the pane of the Klaviyo request. */
  readonly request?: (frame: PaneFrame) => ReactNode;
  /** How much of the height the requests have until a person moves the line between, in percent. */
  readonly requestShare?: number;
}

/** The four panes side by side, each as large as one likes; one above the other on a narrow window. */
export function PaneGrid({ panes, item, request, requestShare = 50 }: PaneGridProps) {
  const isNarrow = useIsNarrow();
  const [maximised, setMaximised] = useState<Pane>();
  const [focused, setFocused] = useState<Pane>("klaviyo-request");
  const toggle = (pane: Pane) => setMaximised(maximised === undefined ? pane : undefined);
  useAction("maximise-pane", () => toggle(focused));

  const place = useRef<HTMLDivElement>(null);
  useWindowEvent("keydown", (event) => {
    const isHere = event.target instanceof Node && place.current?.contains(event.target);
    if (event.key === "Escape" && isHere && !event.defaultPrevented) setMaximised(undefined);
  });

  const frameOf = (pane: Pane): PaneFrame => ({
    isMaximised: maximised === pane,
    onMaximise: isNarrow ? undefined : () => toggle(pane),
    onFocus: () => setFocused(pane),
  });
  const reading = (model: PaneModel) => (
    <PaneView
      model={model}
      panes={panes}
      findings={item.findings}
      {...frameOf(model.pane)}
      switcher={
        model.pane === "native-request" && (
          <CallSwitcher index={panes.callIndex} count={item.native.length} onIndex={panes.setCallIndex} />
        )
      }
    />
  );
  const view = (model: PaneModel) =>
    request && model.pane === "klaviyo-request" ? request(frameOf(model.pane)) : reading(model);
  if (isNarrow) {
    return (
      <div className={classes.stack}>
        {panes.models.map((model) => (
          <div key={model.pane} className={classes.stacked}>
            {view(model)}
          </div>
        ))}
      </div>
    );
  }
  return (
    <div className={classes.place} ref={place}>
      <Grid
        columns={[track, track]}
        rows={[{ ...track, defaultSize: `${requestShare}%` }, track]}
        className={classes.grid}
      >
        {panes.models.map((model) => (
          <Cell key={model.pane} {...cells[model.pane]} className={classes.cell}>
            <div className={classes.fill} inert={maximised !== undefined && maximised !== model.pane}>
              {view(model)}
            </div>
          </Cell>
        ))}
        {maximised === undefined && (
          <Gridline type="column" column={1} className={classes.column} elementRef={columnLabel} />
        )}
        {maximised === undefined && <Gridline type="row" row={1} className={classes.row} elementRef={rowLabel} />}
      </Grid>
    </div>
  );
}
