import { VisuallyHidden } from "@mantine/core";
import { Outlet, useParams } from "@tanstack/react-router";
import { Group, Panel, Separator } from "react-resizable-panels";
import { useIsNarrow } from "../../ui/useIsNarrow.ts";
import { PasteImport } from "./importing/PasteImport.tsx";
import { SessionsPanel } from "./list/SessionsPanel.tsx";
import classes from "./SessionsScreen.module.css";

/**
 * The sessions beside the one that was chosen; on a narrow window one or the other. The chosen one has the same place in both, so that what a person writes
 * in it outlives another size of the window.
 */
export function SessionsScreen() {
  const isNarrow = useIsNarrow();
  const { sessionId } = useParams({ strict: false });
  const list = <SessionsPanel chosen={sessionId} />;
  return (
    <>
      <PasteImport />
      {sessionId === undefined && (
        <VisuallyHidden>
          <h1>Sessions</h1>
        </VisuallyHidden>
      )}
      {sessionId === undefined && isNarrow ? (
        list
      ) : (
        <Group orientation="horizontal" className={classes.group}>
          {!isNarrow && (
            <Panel
              id="sessions"
              defaultSize={312}
              minSize={220}
              maxSize="50%"
              groupResizeBehavior="preserve-pixel-size"
            >
              {list}
            </Panel>
          )}
          {!isNarrow && <Separator className={classes.separator} aria-label="Width of the list of sessions" />}
          <Panel id="session" minSize={320} className={classes.chosen}>
            <Outlet />
          </Panel>
        </Group>
      )}
    </>
  );
}
