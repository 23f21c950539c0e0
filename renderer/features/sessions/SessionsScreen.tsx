import { VisuallyHidden } from "@mantine/core";
import { Outlet, useParams } from "@tanstack/react-router";
import { Group, Panel, Separator } from "react-resizable-panels";
import { useIsNarrow } from "../../ui/useIsNarrow.ts";
import { PasteImport } from "./importing/PasteImport.tsx";
import { SessionsPanel } from "./list/SessionsPanel.tsx";
import classes from "./SessionsScreen.module.css";

/** The sessions beside the one that was chosen; on a narrow window one or the other. */
export function SessionsScreen() {
  const isNarrow = useIsNarrow();
  const { sessionId } = useParams({ strict: false });
  const list = <SessionsPanel chosen={sessionId} />;
  if (isNarrow) {
    return (
      <>
        <PasteImport />
        {sessionId === undefined ? list : <Outlet />}
      </>
    );
  }
  return (
    <>
      <PasteImport />
      {sessionId === undefined && (
        <VisuallyHidden>
          <h1>Sessions</h1>
        </VisuallyHidden>
      )}
      <Group orientation="horizontal" className={classes.group}>
        <Panel id="sessions" defaultSize={312} minSize={220} maxSize="50%" groupResizeBehavior="preserve-pixel-size">
          {list}
        </Panel>
        <Separator className={classes.separator} aria-label="Width of the list of sessions" />
        <Panel id="session" minSize={320} className={classes.chosen}>
          <Outlet />
        </Panel>
      </Group>
    </>
  );
}
