import { Button, Group, Popover, Textarea } from "@mantine/core";
import { IconNote } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { textLimits } from "../../../core/contract/textLimits.ts";
import { useAction } from "../../actions/useAction.ts";
import { orpc } from "../../client/client.ts";
import { ActionTip } from "../../ui/ActionTip.tsx";
import { headOptions } from "./exchangeQueries.ts";

/** Writes the note beside an exchange. What is written stays when a click elsewhere or Escape closes the form. */
export function NoteButton({ id, note }: { id: string; note: string }) {
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState<string>();
  const close = () => {
    setOpen(false);
    setDraft(undefined);
  };
  useAction("edit-note", () => setOpen(true));
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={360} trapFocus returnFocus withinPortal>
      <ActionTip action="edit-note">
        <Popover.Target>
          <Button variant="default" leftSection={<IconNote size={14} />} onClick={() => setOpen(!isOpen)}>
            Note
          </Button>
        </Popover.Target>
      </ActionTip>
      <Popover.Dropdown>
        {isOpen && <NoteForm id={id} text={draft ?? note} onText={setDraft} onClose={close} />}
      </Popover.Dropdown>
    </Popover>
  );
}

interface NoteFormProps {
  readonly id: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

function NoteForm({ id, text, onText, onClose }: NoteFormProps) {
  const cache = useQueryClient();
  const save = useMutation(
    orpc.exchanges.setNote.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: headOptions(id).queryKey });
        onClose();
      },
    }),
  );
  const submit = () => save.mutate({ id, note: text.trim() });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Textarea
        label="Note"
        placeholder="What is worth knowing about this exchange"
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) submit();
        }}
        maxLength={textLimits.note}
        autosize
        minRows={3}
        maxRows={12}
        data-autofocus
      />
      <Group justify="flex-end" gap="xs" mt="sm">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={save.isPending}>
          Save
        </Button>
      </Group>
    </form>
  );
}
