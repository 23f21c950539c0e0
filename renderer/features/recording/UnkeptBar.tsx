import { Button, Text } from "@mantine/core";
import { IconPlayerPauseFilled } from "@tabler/icons-react";
import { useState } from "react";
import { useStatus } from "../../live/LiveContext.ts";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { countText } from "../../ui/quantityText.ts";
import { useSessionMutations } from "../sessions/sessionMutations.ts";
import { useUpdateSettings } from "../settings/useUpdateSettings.ts";
import classes from "./UnkeptBar.module.css";
import { unkeptText } from "./unkeptText.ts";

/** Says on every screen that recording is paused, and what to do with the traffic that was not kept. */
export function UnkeptBar() {
  const { settings, unkept, session } = useStatus();
  const isPaused = settings.recording === "paused";
  const update = useUpdateSettings();
  const { keepUnkept, clearUnkept } = useSessionMutations();
  const [isAsking, setAsking] = useState(false);
  const text = unkeptText(isPaused, unkept);
  if (text === undefined) return null;
  return (
    <section className={classes.bar} aria-label="Not kept">
      <IconPlayerPauseFilled size={14} aria-hidden />
      <span className={classes.text} role="status">
        {text}
      </span>
      {unkept.exchanges > 0 && (
        <>
          <Button
            size="compact-sm"
            variant="default"
            className={classes.keep ?? ""}
            loading={keepUnkept.isPending}
            onClick={() => keepUnkept.mutate(undefined)}
          >
            Keep them in “{session.name}”
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            Clear…
          </Button>
        </>
      )}
      {isPaused && (
        <Button size="compact-sm" onClick={() => update.mutate({ recording: "on" })}>
          Resume recording
        </Button>
      )}
      {isAsking && (
        <ConfirmDialog
          title="Clear what was not kept?"
          confirmLabel="Clear"
          isPending={clearUnkept.isPending}
          onConfirm={() => clearUnkept.mutate(undefined, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        >
          <Text>
            {countText(unkept.exchanges, "exchange")} that arrived while recording was paused{" "}
            {unkept.exchanges === 1 ? "is" : "are"} deleted. What “{session.name}” holds stays.
          </Text>
        </ConfirmDialog>
      )}
    </section>
  );
}
