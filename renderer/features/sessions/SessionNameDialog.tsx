import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useState } from "react";

interface SessionNameDialogProps {
  readonly title: string;
  readonly hint?: string;
  readonly initialName: string;
  readonly submitLabel: string;
  readonly isPending: boolean;
  readonly onSubmit: (name: string) => void;
  readonly onClose: () => void;
}

const maxName = 200;

/** Asks for the name of a session. Mount it to open it. */
export function SessionNameDialog(props: SessionNameDialogProps) {
  const { title, hint, initialName, submitLabel, isPending, onSubmit, onClose } = props;
  const [name, setName] = useState(initialName);
  const trimmed = name.trim();
  return (
    <Modal opened onClose={onClose} title={title} centered closeButtonProps={{ "aria-label": "Close" }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (trimmed !== "") onSubmit(trimmed);
        }}
      >
        <Stack gap="lg">
          <TextInput
            label="Name"
            description={hint}
            value={name}
            maxLength={maxName}
            onChange={(event) => setName(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={isPending} disabled={trimmed === ""}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
