import { useMediaQuery } from "@mantine/hooks";
import { Outlet, useParams } from "@tanstack/react-router";
import { Group, Panel, Separator } from "react-resizable-panels";
import { TrafficPanel } from "./TrafficPanel.tsx";
import classes from "./TrafficScreen.module.css";

/** The list beside what was chosen in it; on a narrow window one or the other. */
export function TrafficScreen() {
  const isNarrow = useMediaQuery("(max-width: 60em)");
  const { exchangeId } = useParams({ strict: false });
  if (isNarrow) return exchangeId === undefined ? <TrafficPanel chosen={undefined} isAlone /> : <Outlet />;
  return (
    <Group orientation="horizontal" className={classes.group}>
      <Panel
        id="list"
        defaultSize={Math.min(372, window.innerWidth / 3)}
        minSize={260}
        maxSize="50%"
        groupResizeBehavior="preserve-pixel-size"
      >
        <TrafficPanel chosen={exchangeId} />
      </Panel>
      <Separator className={classes.separator} aria-label="Width of the list" />
      <Panel id="chosen" minSize={320} className={classes.chosen}>
        <Outlet />
      </Panel>
    </Group>
  );
}
