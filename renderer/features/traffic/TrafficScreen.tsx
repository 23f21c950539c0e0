import { useMediaQuery } from "@mantine/hooks";
import { Outlet, useParams } from "@tanstack/react-router";
import { Group, Panel, Separator } from "react-resizable-panels";
import { TrafficPanel } from "./TrafficPanel.tsx";
import classes from "./TrafficScreen.module.css";

/**
 * The list beside what was chosen in it; on a narrow window one or the other. What was chosen has the same place in both, so that what a person writes in it
 * outlives another size of the window.
 */
export function TrafficScreen() {
  const isNarrow = useMediaQuery("(max-width: 60em)");
  const { exchangeId } = useParams({ strict: false });
  if (isNarrow && exchangeId === undefined) return <TrafficPanel chosen={undefined} isAlone />;
  return (
    <Group orientation="horizontal" className={classes.group}>
      {!isNarrow && (
        <Panel
          id="list"
          defaultSize={Math.min(372, window.innerWidth / 3)}
          minSize={260}
          maxSize="50%"
          groupResizeBehavior="preserve-pixel-size"
        >
          <TrafficPanel chosen={exchangeId} />
        </Panel>
      )}
      {!isNarrow && <Separator className={classes.separator} aria-label="Width of the list" />}
      <Panel id="chosen" minSize={320} className={classes.chosen}>
        <Outlet />
      </Panel>
    </Group>
  );
}
