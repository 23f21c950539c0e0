import { Code } from "@mantine/core";
import { useStatus } from "../../live/LiveContext.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { RecordingButton } from "../recording/RecordingButton.tsx";
import { SessionPicker } from "../sessions/SessionPicker.tsx";
import { ConnectionState } from "./ConnectionState.tsx";
import { FaultsChip } from "./FaultsChip.tsx";
import classes from "./Header.module.css";
import { PaletteButton } from "./PaletteButton.tsx";
import { UpstreamChip } from "./UpstreamChip.tsx";

export function Header() {
  const { compatUrl, settings } = useStatus();
  return (
    <header className={classes.header} data-live={settings.upstream.kind === "live" || undefined}>
      <div className={classes.chip}>
        <span className={classes.chipLabel}>Base URL</span>
        <Code className={classes.url}>{compatUrl}</Code>
        <CopyButton value={compatUrl} label="the base URL" />
      </div>
      <SessionPicker />
      <RecordingButton />
      <ConnectionState />
      <div className={classes.spring} />
      <FaultsChip />
      <UpstreamChip />
      <PaletteButton />
    </header>
  );
}
