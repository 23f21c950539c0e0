import { SegmentedControl } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import type { Rules } from "../../compare/rules/useRules.ts";
import { WorkProgress } from "../WorkProgress.tsx";
import classes from "./ComparisonResult.module.css";
import { GroupTable } from "./GroupTable.tsx";
import { NoisePanel } from "./NoisePanel.tsx";
import { PairList } from "./PairList.tsx";
import { Totals } from "./Totals.tsx";
import type { SessionComparing } from "./useSessionComparison.ts";

const modes = [
  { value: "places", label: "By place" },
  { value: "pairs", label: "Exchanges" },
  { value: "noise", label: "Learn noise" },
];

/** What came of the comparison: in figures, by place, exchange by exchange, and as rules to learn. */
export function ComparisonResult({ comparing, rules }: { comparing: SessionComparing; rules: Rules }) {
  const { mode = "places" } = useSearch({ from: "/sessions/$sessionId/$tab" });
  const navigate = useNavigate();
  const { id, result, isStale, error, again } = comparing;
  const show = (value: string) =>
    void navigate({ to: ".", search: (before) => ({ ...before, mode: value, group: undefined, verdict: undefined }) });
  if (error) return <ErrorState error={error} onRetry={again} />;
  if (!result || id === undefined) return <WorkProgress id={id} text="Comparing…" />;
  return (
    <>
      <div className={classes.modes}>
        <Totals totals={result.totals} />
        <span className={classes.spring} />
        <SegmentedControl
          size="xs"
          aria-label="How the comparison is looked at"
          value={modes.some(({ value }) => value === mode) ? mode : "places"}
          onChange={show}
          data={modes}
        />
      </div>
      {isStale && <WorkProgress id={id} text="Comparing again…" />}
      <div className={classes.content}>
        {mode === "pairs" ? (
          <PairList id={id} groups={result.groups} />
        ) : mode === "noise" ? (
          <NoisePanel result={result} onAccept={rules.add} />
        ) : (
          <GroupTable result={result} rules={rules} />
        )}
      </div>
    </>
  );
}
