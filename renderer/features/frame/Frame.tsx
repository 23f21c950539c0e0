import { Outlet } from "@tanstack/react-router";
import { useStatus } from "../../live/LiveContext.ts";
import { useIsDrawn } from "../../ui/useIsDrawn.ts";
import { JobStrip } from "../jobs/JobStrip.tsx";
import { Palette } from "../palette/Palette.tsx";
import { WorkbenchActions } from "../palette/WorkbenchActions.tsx";
import { UnkeptBar } from "../recording/UnkeptBar.tsx";
import { DropZone } from "../sessions/importing/DropZone.tsx";
import classes from "./Frame.module.css";
import { Header } from "./Header.tsx";
import { LiveWork } from "./LiveWork.tsx";
import { NavRail } from "./NavRail.tsx";
import { Notices } from "./Notices.tsx";
import { Troubles } from "./Troubles.tsx";
import { useFrameActions } from "./useFrameActions.ts";
import { useScreenTitle } from "./useScreenTitle.ts";

/** What surrounds every screen. */
export function Frame() {
  useFrameActions();
  useScreenTitle();
  const { upstream } = useStatus().settings;
  // The screen after it: both at once would hold the page's main thread for too long.
  const isDrawn = useIsDrawn();
  return (
    <div className={classes.frame} data-live={upstream.kind === "live" || undefined}>
      <NavRail />
      <div className={classes.column}>
        <Header />
        <Troubles />
        <UnkeptBar />
        <LiveWork />
        <Notices />
        <main className={classes.main}>{isDrawn && <Outlet />}</main>
        <JobStrip />
      </div>
      <Palette />
      <WorkbenchActions />
      <DropZone />
    </div>
  );
}
