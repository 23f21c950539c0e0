import type { DifferenceView, ExchangeComparison } from "../../../core/contract/comparison.ts";
import { parts } from "../../../core/exchange/compare/difference.ts";
import type { EquivalenceRule } from "../../../core/exchange/compare/equivalenceRule.ts";
import { countText } from "../../ui/quantityText.ts";
import { partTexts } from "./compareText.ts";
import { DifferenceRow } from "./DifferenceRow.tsx";
import classes from "./DifferenceTables.module.css";
import panel from "./Panel.module.css";

interface DifferenceTableProps {
  readonly label: string;
  readonly differences: readonly DifferenceView[];
  readonly onOffer: (rule: EquivalenceRule) => void;
}

/** Differences as rows: the place, the left side, the right side. */
export function DifferenceTable({ label, differences, onOffer }: DifferenceTableProps) {
  return (
    <table className={classes.table} aria-label={label}>
      <thead className={classes.head}>
        <tr>
          <th scope="col">Place</th>
          <th scope="col">Left</th>
          <th scope="col">Right</th>
          <th scope="col">Rule</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => (
          <DifferenceRow
            key={`${difference.part} ${difference.kind} ${difference.pointer}`}
            difference={difference}
            onOffer={onOffer}
          />
        ))}
      </tbody>
    </table>
  );
}

/** What no rule excuses, part by part. */
export function DifferenceTables(props: { comparison: ExchangeComparison; onOffer: (rule: EquivalenceRule) => void }) {
  const { comparison, onOffer } = props;
  const counted = comparison.differences.filter(({ rule }) => rule === undefined);
  return parts.map((part) => {
    const count = comparison.counts[part] ?? 0;
    const own = counted.filter((difference) => difference.part === part);
    if (count === 0) return null;
    return (
      <section key={part} className={panel.panel} aria-label={partTexts[part]}>
        <h2 className={panel.title}>
          {partTexts[part]} <span className={panel.count}>{countText(count, "difference")}</span>
        </h2>
        <DifferenceTable label={`Differences: ${partTexts[part]}`} differences={own} onOffer={onOffer} />
        {own.length < count && (
          <p className={classes.more}>{`The first ${own.length.toLocaleString("en-US")} are shown.`}</p>
        )}
      </section>
    );
  });
}
