import { Button, Group } from "@mantine/core";
import { outcomes, type ReplayOutcome, type ReplayTotals } from "../../../../../core/contract/replay.ts";
import { outcomeTexts } from "../replayText.ts";
import classes from "./ReplayResults.module.css";

interface OutcomeFilterProps {
  readonly totals: ReplayTotals;
  /** All when undefined. */
  readonly chosen: ReplayOutcome | undefined;
  readonly onChoose: (outcome: ReplayOutcome | undefined) => void;
}

/** The totals, each of which narrows the list to what it counts. */
export function OutcomeFilter({ totals, chosen, onChoose }: OutcomeFilterProps) {
  const all = totals.same + totals.changed + totals.failed + totals.pending;
  const shown = outcomes.filter((outcome) => outcome !== "pending" || totals.pending > 0);
  const choices = [
    { outcome: undefined, label: "All", count: all },
    ...shown.map((outcome) => ({ outcome, label: outcomeTexts[outcome], count: totals[outcome] })),
  ];
  return (
    <div className={classes.filter}>
      <Group gap={6} role="group" aria-label="Outcome">
        {choices.map(({ outcome, label, count }) => (
          <Button
            key={label}
            size="compact-sm"
            variant={outcome === chosen ? "light" : "default"}
            aria-pressed={outcome === chosen}
            onClick={() => onChoose(outcome)}
          >
            {label} {count.toLocaleString("en-US")}
          </Button>
        ))}
      </Group>
      {totals.again > 0 && (
        <span className={classes.again}>
          {totals.again.toLocaleString("en-US")} sent again: a run was cut off before their answers were on disk
        </span>
      )}
    </div>
  );
}
