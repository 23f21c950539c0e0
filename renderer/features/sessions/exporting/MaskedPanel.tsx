import { Table } from "@mantine/core";
import type { ExportPreview } from "../../../../core/contract/exports.ts";
import { countText } from "../../../ui/quantityText.ts";
import classes from "./MaskedPanel.module.css";

/** Which values became pseudonyms, by kind and one by one with their places. */
export function MaskedPanel({ masked }: { masked: NonNullable<ExportPreview["masked"]> }) {
  const { counts, values, moreValues } = masked;
  if (counts.length === 0) return <p className={classes.note}>Nothing personal was found in these exchanges.</p>;
  return (
    <section className={classes.panel} aria-label="What is masked">
      <Table verticalSpacing={4} horizontalSpacing="sm" fz="sm">
        <Table.Tbody>
          {counts.map(({ kind, what, values: distinct, places }) => (
            <Table.Tr key={kind}>
              <Table.Th scope="row" className={classes.kind ?? ""}>
                {kind}
              </Table.Th>
              <Table.Td className={classes.count ?? ""}>
                {countText(distinct, "value")} in {countText(places, "place")}
              </Table.Td>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Table verticalSpacing={4} horizontalSpacing="sm" fz="sm" stickyHeader className={classes.values ?? ""}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="end">#</Table.Th>
            <Table.Th>Where</Table.Th>
            <Table.Th>Recorded</Table.Th>
            <Table.Th>Written</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {values.map(({ seq, message, place, before, after }) => (
            <Table.Tr key={`${seq} ${message} ${place} ${before}`}>
              <Table.Td ta="end">{seq}</Table.Td>
              <Table.Td>
                {message} <code className={classes.code}>{place}</code>
              </Table.Td>
              <Table.Td className={classes.code ?? ""}>{before}</Table.Td>
              <Table.Td className={classes.code ?? ""}>{after}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {moreValues > 0 && <p className={classes.note}>and {countText(moreValues, "more place")}</p>}
    </section>
  );
}
