import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { textLimits } from "../../../../core/contract/textLimits.ts";
import type { Session } from "../../../../core/exchange/exchange.ts";
import { parseFilter } from "../../../../core/exchange/filter/parseFilter.ts";
import { orpc } from "../../../client/client.ts";
import { ModalDialog } from "../../../ui/ModalDialog.tsx";
import { countText } from "../../../ui/quantityText.ts";
import { useSessionMutations } from "../sessionMutations.ts";
import { freeName } from "../sessionText.ts";
import { fitText } from "./fitText.ts";

const typingMs = 250;

/** Makes two sessions of one. Mount it to open it. */
export function SplitSessionDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const names = useQuery(orpc.sessions.list.queryOptions()).data?.map((other) => other.name) ?? [];
  const [filter, setFilter] = useState("");
  const [name, setName] = useState(() => freeName(`${session.name}, split off`, names));
  const { split } = useSessionMutations();
  const parsed = parseFilter(filter);
  const isAsked = filter.trim() !== "";
  const [asked] = useDebouncedValue(parsed.ok ? filter : "", typingMs);
  const count = useQuery(
    orpc.exchanges.list.queryOptions({
      input: { session: session.id, filter: asked, limit: 1 },
      enabled: asked.trim() !== "",
      placeholderData: keepPreviousData,
    }),
  );
  const fitting = isAsked && asked === filter ? count.data?.total : undefined;
  const canSplit = parsed.ok && fitting !== undefined && fitting > 0 && name.trim() !== "";
  return (
    <ModalDialog isForm title={`Split “${session.name}”`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (canSplit) split.mutate({ id: session.id, filter, name: name.trim() }, { onSuccess: onClose });
        }}
      >
        <Stack gap="md">
          <TextInput
            label="Exchanges to move"
            description="Words, and terms such as status:4xx endpoint:profiles finding:lost"
            value={filter}
            error={parsed.ok ? undefined : parsed.message}
            onChange={(event) => setFilter(event.currentTarget.value)}
            spellCheck={false}
            data-autofocus
          />
          <Text c="dimmed" aria-live="polite">
            {isAsked
              ? fitting !== undefined && fitText(fitting, session.exchanges)
              : `${countText(session.exchanges, "exchange")} in this session.`}
          </Text>
          <TextInput
            label="Name of the new session"
            value={name}
            maxLength={textLimits.sessionName}
            onChange={(event) => setName(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Text c="dimmed">Links, notes and lineage hold. It can be undone.</Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={split.isPending} disabled={!canSplit}>
              Split
            </Button>
          </Group>
        </Stack>
      </form>
    </ModalDialog>
  );
}
