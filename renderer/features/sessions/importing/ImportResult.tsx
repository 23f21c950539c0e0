import { Anchor, Button, Table, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { JobResult } from "../../../../core/contract/jobs.ts";
import { ModalDialog } from "../../../ui/ModalDialog.tsx";
import { countText } from "../../../ui/quantityText.ts";
import { firstTab } from "../view/sessionTabs.ts";

type Told = readonly { readonly place: string; readonly reason: string }[];

/** What an import made, and what of the file it could not take. */
export function ImportResult({ result }: { result: JobResult<"import"> }) {
  const [isOpen, setOpen] = useState(false);
  const { session, exchanges, skipped, skippedCount, noted, notedCount } = result;
  const remarks = [
    ...(skippedCount > 0 ? [`${skippedCount.toLocaleString("en-US")} skipped`] : []),
    ...(notedCount > 0 ? [countText(notedCount, "remark")] : []),
  ];
  return (
    <>
      {countText(exchanges, "exchange")}
      {remarks.length > 0 && (
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          {remarks.join(", ")}
        </Button>
      )}
      <Anchor component={Link} to={`/sessions/${session}/${firstTab}`} size="sm">
        Open the session
      </Anchor>
      {isOpen && (
        <ModalDialog title="What was not taken as it stands" size="xl" onClose={() => setOpen(false)}>
          <Places title="Skipped" told={skipped} count={skippedCount} />
          <Places title="Read, but perhaps not as it was meant" told={noted} count={notedCount} />
        </ModalDialog>
      )}
    </>
  );
}

function Places({ title, told, count }: { title: string; told: Told; count: number }) {
  if (count === 0) return null;
  return (
    <>
      <Text fw={650} mt="sm">
        {title}
      </Text>
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {told.map(({ place, reason }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and one place may be told of twice
            <Table.Tr key={index}>
              <Table.Td ff="monospace" w="30%">
                {place}
              </Table.Td>
              <Table.Td>{reason}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {count > told.length && <Text c="dimmed">and {(count - told.length).toLocaleString("en-US")} more</Text>}
    </>
  );
}
