import { Button, Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { ModalDialog } from "./ModalDialog.tsx";

interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, and what is kept. */
  readonly children: ReactNode;
  /** The verb of the button: "Delete the session". */
  readonly confirmLabel: string;
  readonly isPending: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that cannot be taken back. The way out has the focus. Mount it to open it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirmLabel, isPending, onConfirm, onClose } = props;
  return (
    <ModalDialog title={title} onClose={onClose}>
      <Stack gap="lg">
        {children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button color="red" loading={isPending} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </ModalDialog>
  );
}
