import { UnstyledButton } from "@mantine/core";
import { IconPlayerPauseFilled } from "@tabler/icons-react";
import { useAction } from "../../actions/useAction.ts";
import { useStatus } from "../../live/LiveContext.ts";
import { ActionTip } from "../../ui/ActionTip.tsx";
import { useUpdateSettings } from "../settings/useUpdateSettings.ts";
import classes from "./RecordingButton.module.css";

/** Whether what arrives is kept, and the switch for it. */
export function RecordingButton() {
  const isPaused = useStatus().settings.recording === "paused";
  const update = useUpdateSettings();
  const toggle = () => update.mutate({ recording: isPaused ? "on" : "paused" });
  useAction("toggle-recording", toggle);
  return (
    <ActionTip action="toggle-recording">
      <UnstyledButton
        className={classes.button}
        data-paused={isPaused || undefined}
        aria-label="Recording"
        aria-pressed={!isPaused}
        onClick={toggle}
      >
        {isPaused ? <IconPlayerPauseFilled size={14} aria-hidden /> : <span className={classes.dot} />}
        {isPaused ? "Paused" : "Recording"}
      </UnstyledButton>
    </ActionTip>
  );
}
