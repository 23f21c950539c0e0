import { Loader, ScrollArea, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Retention } from "../../../core/contract/settings.ts";
import { orpc } from "../../client/client.ts";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { bytesText, countText } from "../../ui/quantityText.ts";
import { retentionText } from "./retentionText.ts";

interface RetentionPreviewProps {
  readonly retention: Retention;
  readonly isPending: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** What limits would remove now, and the question whether they shall. */
export function RetentionPreview({ retention, isPending, onConfirm, onClose }: RetentionPreviewProps) {
  const expired = useQuery(orpc.sessions.expired.queryOptions({ input: retention, staleTime: 0, gcTime: 0 }));
  const rows = expired.data ?? [];
  const total = rows.reduce((sum, { exchanges }) => sum + exchanges, 0);
  return (
    <ConfirmDialog
      title="Limit what is kept?"
      confirmLabel={total === 0 ? "Set the limit" : `Remove ${countText(total, "exchange")} and set the limit`}
      isPending={isPending || expired.isPending}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <Text>{retentionText(retention)}</Text>
      {expired.isPending && <Loader size="sm" aria-label="Reading what would be removed" />}
      {expired.isError && <ErrorState error={expired.error} onRetry={() => void expired.refetch()} />}
      {expired.data && total === 0 && <Text>Nothing is beyond that now.</Text>}
      {total > 0 && (
        <ScrollArea.Autosize mah="16rem" type="auto">
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Session</Table.Th>
                <Table.Th ta="end">Removed now</Table.Th>
                <Table.Th ta="end">Size</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ session, name, exchanges, bytes }) => (
                <Table.Tr key={session}>
                  <Table.Td>{name}</Table.Td>
                  <Table.Td ta="end">{countText(exchanges, "exchange")}</Table.Td>
                  <Table.Td ta="end">{bytesText(bytes)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
      {total > 0 && (
        <Text>They cannot be had back. A session that is being exported or replayed waits until that has ended.</Text>
      )}
    </ConfirmDialog>
  );
}
