import { Button, Tooltip } from "@mantine/core";
import type { DifferenceView, ExchangeComparison } from "../../../core/contract/comparison.ts";
import { defaultRules } from "../../../core/exchange/compare/defaultRules.ts";
import { countText } from "../../ui/quantityText.ts";
import { formText } from "./compareText.ts";
import { DifferenceTable } from "./DifferenceTables.tsx";
import classes from "./ExcusedList.module.css";
import panel from "./Panel.module.css";
import type { Rules } from "./rules/useRules.ts";

const noOffer = () => undefined;

/** One rule, how often it excused a difference, and which. */
function ExcusedBy(props: { id: string; count: number; differences: readonly DifferenceView[]; rules: Rules }) {
  const { id, count, differences, rules } = props;
  const own = rules.set.rules.find((rule) => rule.id === id);
  const rule = own ?? defaultRules.find((each) => each.id === id);
  return (
    <details className={classes.rule}>
      <summary className={classes.summary}>
        <span className={classes.count}>{count.toLocaleString("en-US")}</span>
        <span className={classes.text}>
          <code>{rule?.at.join(", ") ?? id}</code> {rule && formText(rule.how)}
          {rule?.note && <span className={classes.note}> {rule.note}</span>}
        </span>
        <Tooltip label={own ? "Take the rule away: these differences count again" : "Turn this default rule off"}>
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={(event) => {
              event.preventDefault();
              if (own) rules.remove(id);
              else rules.turn(id, false);
            }}
          >
            {own ? "Remove" : "Turn off"}
          </Button>
        </Tooltip>
      </summary>
      <DifferenceTable label={`Excused by ${id}`} differences={differences} onOffer={noOffer} />
    </details>
  );
}

/** What rules excused: each with its count, and what it hides a press away. */
export function ExcusedList({ comparison, rules }: { comparison: ExchangeComparison; rules: Rules }) {
  const entries = Object.entries(comparison.excused).toSorted(([, one], [, other]) => other - one);
  if (entries.length === 0) return null;
  const total = entries.reduce((sum, [, count]) => sum + count, 0);
  return (
    <section className={panel.panel} aria-label="Excused by rules">
      <h2 className={panel.title}>
        Excused{" "}
        <span
          className={panel.count}
        >{`${countText(total, "difference")} by ${countText(entries.length, "rule")}`}</span>
      </h2>
      {entries.map(([id, count]) => (
        <ExcusedBy
          key={id}
          id={id}
          count={count}
          differences={comparison.differences.filter(({ rule }) => rule === id)}
          rules={rules}
        />
      ))}
    </section>
  );
}
