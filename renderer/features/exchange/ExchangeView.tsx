import { useSuspenseQueries } from "@tanstack/react-query";
import { Group, Panel, Separator } from "react-resizable-panels";
import { useIsNarrow } from "../../ui/useIsNarrow.ts";
import { Dock } from "./dock/Dock.tsx";
import { ExchangeHeader } from "./ExchangeHeader.tsx";
import classes from "./ExchangeView.module.css";
import { headOptions, itemOptions } from "./exchangeQueries.ts";
import { FactStrip } from "./FactStrip.tsx";
import { GoneBar } from "./GoneBar.tsx";
import { ItemsPanel } from "./items/ItemsPanel.tsx";
import { Lineage } from "./lineage/Lineage.tsx";
import { PaneGrid } from "./panes/PaneGrid.tsx";
import { usePanes } from "./panes/usePanes.ts";

/** One exchange: what came in, what it became, what was answered, what went back. */
export function ExchangeView({ id, itemIndex }: { id: string; itemIndex: number }) {
  const [{ data: head, error }, { data: item }] = useSuspenseQueries({
    queries: [headOptions(id), itemOptions(id, itemIndex)],
  });
  const panes = usePanes(head, item);
  const isNarrow = useIsNarrow();
  const body = isNarrow ? (
    <div className={classes.scroll}>
      <PaneGrid panes={panes} item={item} />
      <Dock item={item} panes={panes} />
    </div>
  ) : (
    <Group orientation="vertical" className={classes.body}>
      <Panel id="panes" minSize={160}>
        <PaneGrid panes={panes} item={item} />
      </Panel>
      <Separator className={classes.separator} aria-label="Height of the findings" />
      <Panel id="dock" defaultSize={150} minSize={40} groupResizeBehavior="preserve-pixel-size">
        <Dock item={item} panes={panes} />
      </Panel>
    </Group>
  );
  return (
    <article id="exchange" tabIndex={-1} className={classes.exchange} aria-label={`Exchange: ${head.summary.title}`}>
      <GoneBar error={error} />
      <ExchangeHeader head={head} callIndex={item.native[panes.callIndex]?.index ?? 0} />
      <FactStrip head={head} item={item} />
      <Lineage head={head} />
      {head.note !== "" && (
        <section className={classes.note} aria-label="Note">
          {head.note}
        </section>
      )}
      <div className={classes.columns}>
        {head.items > 1 && <ItemsPanel id={id} count={head.items} current={itemIndex} />}
        <div className={classes.main}>{body}</div>
      </div>
    </article>
  );
}
