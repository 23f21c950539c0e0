import { Button, Checkbox, Group, ScrollArea, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { textLimits } from "../../../../core/contract/textLimits.ts";
import type { Session } from "../../../../core/exchange/exchange.ts";
import { orpc } from "../../../client/client.ts";
import { ModalDialog } from "../../../ui/ModalDialog.tsx";
import { countText } from "../../../ui/quantityText.ts";
import { useSessionMutations } from "../sessionMutations.ts";
import { freeName, sessionSizeText, sessionTimeText } from "../sessionText.ts";

/** Makes one session of several. Mount it to open it. */
export function MergeSessionsDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const sessions = useQuery(orpc.sessions.list.queryOptions()).data ?? [];
  const [chosen, setChosen] = useState([session.id]);
  const [name, setName] = useState(() =>
    freeName(
      `${session.name}, merged`,
      sessions.map((other) => other.name),
    ),
  );
  const { copy } = useSessionMutations();
  const merged = sessions.filter(({ id }) => chosen.includes(id));
  const total = merged.reduce((sum, { exchanges }) => sum + exchanges, 0);
  const canMerge = merged.length > 1 && total > 0 && name.trim() !== "";
  const merge = () => copy.mutate({ sessions: merged.map(({ id }) => id), name: name.trim() }, { onSuccess: onClose });
  return (
    <ModalDialog isForm title="Merge sessions" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (canMerge) merge();
        }}
      >
        <Stack gap="md">
          <Checkbox.Group
            label="Sessions"
            description="Their exchanges are copied into a new session in order of time. They stay as they are."
            value={chosen}
            onChange={setChosen}
          >
            <ScrollArea.Autosize mah="16rem" mt="xs" type="auto">
              <Stack gap="sm" py={2}>
                {sessions.map((other) => (
                  <Checkbox
                    key={other.id}
                    value={other.id}
                    label={other.name}
                    description={[sessionSizeText(other), sessionTimeText(other)].filter(Boolean).join(" · ")}
                    disabled={other.exchanges === 0}
                  />
                ))}
              </Stack>
            </ScrollArea.Autosize>
          </Checkbox.Group>
          <TextInput
            label="Name of the new session"
            value={name}
            maxLength={textLimits.sessionName}
            onChange={(event) => setName(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Group justify="space-between" gap="xs">
            <Text c="dimmed" aria-live="polite">
              {merged.length < 2
                ? "Choose at least two."
                : `${merged.length} sessions, ${countText(total, "exchange")}`}
            </Text>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit" loading={copy.isPending} disabled={!canMerge}>
                Merge
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </ModalDialog>
  );
}
