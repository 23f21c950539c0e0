import { Tooltip } from "@mantine/core";
import { IconAlertTriangle, IconFlask } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useStatus } from "../../live/LiveContext.ts";
import classes from "./UpstreamChip.module.css";

/** Where native calls go. Links to where that is chosen. */
export function UpstreamChip() {
  const { upstream } = useStatus().settings;
  const isLive = upstream.kind === "live";
  return (
    <Tooltip
      label={
        isLive
          ? `Native calls leave this machine: ${upstream.baseUrl}. Change it in Settings.`
          : "Native calls stay in this workbench. Change it in Settings."
      }
    >
      <Link to="/settings" className={classes.chip} data-live={isLive || undefined}>
        {isLive ? <IconAlertTriangle size={16} aria-hidden /> : <IconFlask size={16} stroke={1.6} aria-hidden />}
        {isLive ? `Live: ${new URL(upstream.baseUrl).host}` : "Sandbox"}
      </Link>
    </Tooltip>
  );
}
