import { Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useAction } from "../../actions/useAction.ts";
import { Keys } from "../../ui/Keys.tsx";
import { ModalDialog } from "../../ui/ModalDialog.tsx";
import { type ShortcutRow, shortcutRows } from "./paletteActions.ts";

/** All keys, by group. */
export function ShortcutsDialog() {
  const [isOpen, setOpen] = useState(false);
  useAction("show-shortcuts", () => setOpen(true));
  if (!isOpen) return null;
  const groups = Map.groupBy(shortcutRows(), (row) => row.group);
  return (
    <ModalDialog title="Keyboard shortcuts" size="lg" onClose={() => setOpen(false)}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="lg">
        {[...groups].map(([group, rows]) => (
          <ShortcutGroup key={group} group={group} rows={rows} />
        ))}
      </SimpleGrid>
      <Text c="dimmed" mt="lg">
        Keys without Ctrl or ⌘ work while no text field has the focus.
      </Text>
    </ModalDialog>
  );
}

function ShortcutGroup({ group, rows }: { group: string; rows: readonly ShortcutRow[] }) {
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>{group}</Title>
      {rows.map(({ id, label }) => (
        <Group key={id} justify="space-between" wrap="nowrap">
          <span>{label}</span>
          <Keys action={id} />
        </Group>
      ))}
    </Stack>
  );
}
