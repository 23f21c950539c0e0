import { ActionIcon, Code, Group, Table, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { WorkspaceKey } from "../../../core/contract/settings.ts";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { useKeyMutations } from "./keyMutations.ts";

export function KeysTable({ keys }: { keys: readonly WorkspaceKey[] }) {
  const { remove } = useKeyMutations();
  const [asked, setAsked] = useState<WorkspaceKey>();
  const close = () => setAsked(undefined);
  return (
    <>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>Fingerprint</Table.Th>
            <Table.Th>Scopes</Table.Th>
            <Table.Th aria-label="What can be done" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((key) => (
            <Table.Tr key={key.fingerprint}>
              <Table.Td>{key.name}</Table.Td>
              <Table.Td>
                <Code>{key.fingerprint}</Code>
              </Table.Td>
              <Table.Td>
                <Group gap={4}>
                  {key.scopes.length === 0 && <Text c="dimmed">none: each request is refused with 403</Text>}
                  {key.scopes.map((scope) => (
                    <Tag key={scope} tone="quiet">
                      {scope}
                    </Tag>
                  ))}
                </Group>
              </Table.Td>
              <Table.Td ta="end">
                <ActionIcon color="red" aria-label={`Remove the key ${key.name}`} onClick={() => setAsked(key)}>
                  <IconTrash size={16} />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {asked && (
        <ConfirmDialog
          title={`Remove the key “${asked.name}”?`}
          confirmLabel="Remove the key"
          isPending={remove.isPending}
          onConfirm={() => remove.mutate({ fingerprint: asked.fingerprint }, { onSuccess: close })}
          onClose={close}
        >
          <Text>
            {keys.length === 1
              ? "It is the last one: from then on every well-formed key is taken again."
              : "Requests with it are refused from then on."}{" "}
            What the sandbox holds for it stays.
          </Text>
        </ConfirmDialog>
      )}
    </>
  );
}
