import { ActionIcon, Badge, Button, Group, Loader, Modal, Table, Text } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { Session } from "../../../core/exchange/exchange.ts";
import { orpc } from "../../client/client.ts";
import { useStatus } from "../../live/LiveContext.ts";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { bytesText } from "../../ui/quantityText.ts";
import type { SessionTask } from "./SessionDialogs.tsx";
import { useSessionMutations } from "./sessionMutations.ts";

interface SessionsDialogProps {
  readonly onTask: (task: SessionTask) => void;
  readonly onClose: () => void;
}

/** All sessions with their counts and sizes, to record into, edit or delete. */
export function SessionsDialog({ onTask, onClose }: SessionsDialogProps) {
  const sessions = useQuery(orpc.sessions.list.queryOptions());
  return (
    <Modal opened onClose={onClose} title="Sessions" size="xl" centered closeButtonProps={{ "aria-label": "Close" }}>
      {sessions.isPending && <Loader size="sm" aria-label="Reading the sessions" />}
      {sessions.isError && <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.data && (
        <Table verticalSpacing="xs" highlightOnHover stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th ta="end">Exchanges</Table.Th>
              <Table.Th ta="end">Size</Table.Th>
              <Table.Th>Last exchange</Table.Th>
              <Table.Th aria-label="What can be done" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sessions.data.map((session) => (
              <SessionRow key={session.id} session={session} onTask={onTask} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Group justify="flex-end" mt="lg">
        <Button onClick={() => onTask({ kind: "create" })}>New session…</Button>
      </Group>
    </Modal>
  );
}

function SessionRow({ session, onTask }: { session: Session; onTask: (task: SessionTask) => void }) {
  const isCurrent = useStatus().session.id === session.id;
  const { open } = useSessionMutations();
  return (
    <Table.Tr>
      <Table.Td maw="18rem">
        <Text truncate>{session.name}</Text>
        {session.tags.length > 0 && (
          <Group gap={4}>
            {session.tags.map((tag) => (
              <Badge key={tag} size="sm" variant="default" tt="none">
                {tag}
              </Badge>
            ))}
          </Group>
        )}
        {session.note !== "" && (
          <Text size="xs" c="var(--wb-text-dim)" lineClamp={2}>
            {session.note}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="end">{session.exchanges.toLocaleString("en")}</Table.Td>
      <Table.Td ta="end">{bytesText(session.bytes)}</Table.Td>
      <Table.Td>{session.lastAt === null ? "none yet" : new Date(session.lastAt).toLocaleString("en")}</Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          {isCurrent ? (
            <Badge variant="light">Recording</Badge>
          ) : (
            <Button size="compact-xs" variant="default" onClick={() => open.mutate({ id: session.id })}>
              Record into it
            </Button>
          )}
          <ActionIcon aria-label={`Edit ${session.name}`} onClick={() => onTask({ kind: "edit", session })}>
            <IconPencil size={16} />
          </ActionIcon>
          <ActionIcon
            color="red"
            aria-label={`Delete ${session.name}`}
            onClick={() => onTask({ kind: "remove", session })}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
