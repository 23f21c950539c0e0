import { Button, Group, Table, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useStatus } from "../../live/LiveContext.ts";
import { MetricRowFields } from "./MetricRowFields.tsx";
import { isSameTable, type MetricRow, nextRowId, rowProblems, rowsOf, tableOf } from "./metricRows.ts";
import { SettingsSection } from "./SettingsSection.tsx";
import { useUpdateSettings } from "./useUpdateSettings.ts";

/** Metric names that become another event type than the rule makes of them. A row is saved when one leaves it. */
export function MetricsSection() {
  const { metrics } = useStatus().settings;
  const update = useUpdateSettings();
  const [draft, setDraft] = useState<readonly MetricRow[]>();
  const rows = draft ?? rowsOf(metrics);
  const problems = rowProblems(rows);

  function save(next: readonly MetricRow[]): void {
    const table = tableOf(next);
    if (table !== undefined && !isSameTable(table, metrics)) update.mutate({ metrics: { ...table } });
  }
  function remove(id: number): void {
    const next = rows.filter((row) => row.id !== id);
    setDraft(next);
    save(next);
  }

  return (
    <SettingsSection
      title="Metric names"
      hint="A metric becomes an event type by a rule: its name in snake_case. A row here goes before the rule, for that exact name."
    >
      {rows.length > 0 && (
        <Table verticalSpacing={4} horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Klaviyo metric</Table.Th>
              <Table.Th>Native event type</Table.Th>
              <Table.Th aria-label="What can be done" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <MetricRowFields
                key={row.id}
                row={row}
                problem={problems.get(row.id)}
                onChange={(changed) => setDraft(rows.map((each) => (each.id === row.id ? changed : each)))}
                onLeave={() => save(rows)}
                onRemove={() => remove(row.id)}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Group gap="md">
        <Button
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => setDraft([...rows, { id: nextRowId(rows), metric: "", eventType: "" }])}
        >
          Add a metric
        </Button>
        <Text c="dimmed" size="xs" role="status">
          {problems.size > 0
            ? "Not saved: a row needs a change."
            : draft && !update.isPending
              ? "All rows are saved."
              : ""}
        </Text>
      </Group>
    </SettingsSection>
  );
}
