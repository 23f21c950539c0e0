import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { textLimits } from "../../../core/contract/textLimits.ts";
import { orpc } from "../../client/client.ts";
import { ModalDialog } from "../../ui/ModalDialog.tsx";
import { useSessionMutations } from "./sessionMutations.ts";
import { nextSessionName } from "./sessionText.ts";

/** Asks for the name of a new session. Mount it to open it. */
export function CreateSessionDialog({ onClose }: { onClose: () => void }) {
  const names = useQuery(orpc.sessions.list.queryOptions()).data?.map((session) => session.name) ?? [];
  const [name, setName] = useState(() => nextSessionName(new Date(), names));
  const { create } = useSessionMutations();
  const trimmed = name.trim();
  return (
    <ModalDialog isForm title="New session" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (trimmed !== "") create.mutate({ name: trimmed }, { onSuccess: onClose });
        }}
      >
        <Stack gap="lg">
          <TextInput
            label="Name"
            description="What arrives from now on is recorded into it."
            value={name}
            maxLength={textLimits.sessionName}
            onChange={(event) => setName(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={create.isPending} disabled={trimmed === ""}>
              Create and record
            </Button>
          </Group>
        </Stack>
      </form>
    </ModalDialog>
  );
}
