import { Button, Group, Stack, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { textLimits } from "../../../core/contract/textLimits.ts";
import type { Session } from "../../../core/exchange/exchange.ts";
import { orpc } from "../../client/client.ts";
import { ModalDialog } from "../../ui/ModalDialog.tsx";
import { useSessionMutations } from "./sessionMutations.ts";

/** Changes the name of a session, and what a person wrote beside it. Mount it to open it. */
export function EditSessionDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const [name, setName] = useState(session.name);
  const [note, setNote] = useState(session.note);
  const [tags, setTags] = useState(session.tags);
  const known = useQuery(orpc.sessions.list.queryOptions()).data?.flatMap((other) => other.tags) ?? [];
  const { update } = useSessionMutations();
  const trimmed = name.trim();
  return (
    <ModalDialog isForm title="Edit the session" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (trimmed === "") return;
          update.mutate({ id: session.id, name: trimmed, note: note.trim(), tags }, { onSuccess: onClose });
        }}
      >
        <Stack gap="md">
          <TextInput
            label="Name"
            value={name}
            maxLength={textLimits.sessionName}
            onChange={(event) => setName(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
            data-autofocus
          />
          <TagsInput
            label="Tags"
            description="Enter ends a tag."
            value={tags}
            onChange={(changed) => setTags(changed.map((tag) => tag.trim().slice(0, textLimits.tag)).filter(Boolean))}
            data={[...new Set(known)].toSorted()}
            maxTags={textLimits.tags}
            clearable
          />
          <Textarea
            label="Note"
            value={note}
            maxLength={textLimits.note}
            onChange={(event) => setNote(event.currentTarget.value)}
            autosize
            minRows={3}
            maxRows={12}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={update.isPending} disabled={trimmed === ""}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </ModalDialog>
  );
}
