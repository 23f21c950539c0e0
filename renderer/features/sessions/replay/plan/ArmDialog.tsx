import { Text } from "@mantine/core";
import { useState } from "react";
import type { Destination } from "../../../../../core/contract/replay.ts";
import { ConfirmDialog } from "../../../../ui/ConfirmDialog.tsx";

interface ArmDialogProps {
  readonly destination: Destination;
  /** What is sent: "1,284 requests". */
  readonly count: string;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks, once for a session and a target, before anything leaves this machine. */
export function ArmDialog({ destination: { host, effect }, count, onConfirm, onClose }: ArmDialogProps) {
  const [isPending, setPending] = useState(false);
  const confirm = async () => {
    setPending(true);
    // A failed call shows a notice of its own.
    await onConfirm().catch(() => setPending(false));
  };
  return (
    <ConfirmDialog
      title={`Send ${count} to ${host}?`}
      confirmLabel={`Send ${count}`}
      isPending={isPending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Text>
        <b>{host}</b> is not this machine: what is sent there is real. {effect}
      </Text>
      <Text c="dimmed">
        This holds for this session and this host until the workbench ends. The frame says so as long as it sends, and
        the replay can be paused and cancelled there.
      </Text>
    </ConfirmDialog>
  );
}
