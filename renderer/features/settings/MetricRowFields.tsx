import { ActionIcon, Autocomplete, Table, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { standardEvents } from "../../../core/native/standardEvents.ts";
import { eventTypeName } from "../../../core/translation/eventTypeName.ts";
import type { MetricRow, RowProblem } from "./metricRows.ts";

interface MetricRowFieldsProps {
  readonly row: MetricRow;
  readonly problem: RowProblem | undefined;
  readonly onChange: (row: MetricRow) => void;
  readonly onLeave: () => void;
  readonly onRemove: () => void;
}

const standardEventTypes = standardEvents.map(({ eventType }) => eventType);

export function MetricRowFields({ row, problem, onChange, onLeave, onRemove }: MetricRowFieldsProps) {
  const name = row.metric.trim();
  return (
    <Table.Tr>
      <Table.Td valign="top">
        <TextInput
          aria-label="Klaviyo metric"
          placeholder="Placed Order"
          value={row.metric}
          error={problem?.metric}
          onChange={(event) => onChange({ ...row, metric: event.currentTarget.value })}
          onBlur={onLeave}
        />
      </Table.Td>
      <Table.Td valign="top">
        <Autocomplete
          size="xs"
          aria-label={`Native event type of ${name || "the new metric"}`}
          placeholder={name === "" ? "order.created" : `${eventTypeName(name)} by the rule`}
          data={[{ group: "Standard events", items: standardEventTypes }]}
          value={row.eventType}
          error={problem?.eventType}
          onChange={(eventType) => onChange({ ...row, eventType })}
          onBlur={onLeave}
        />
      </Table.Td>
      <Table.Td valign="top" ta="end">
        <ActionIcon color="red" aria-label={`Remove the row ${name || "without a name"}`} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}
