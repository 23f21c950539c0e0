import { Link, useSearch } from "@tanstack/react-router";
import type { PairVerdict, SessionComparison } from "../../../../core/contract/comparison.ts";
import type { Tone } from "../../../ui/tone.ts";
import classes from "./Totals.module.css";

const figures: readonly {
  readonly key: keyof SessionComparison["totals"];
  readonly verdict: PairVerdict;
  readonly label: string;
  readonly tone: Tone;
}[] = [
  { key: "same", verdict: "same", label: "same", tone: "good" },
  { key: "changed", verdict: "changed", label: "changed", tone: "warn" },
  { key: "failed", verdict: "failed", label: "failed", tone: "bad" },
  { key: "leftOnly", verdict: "left-only", label: "only left", tone: "quiet" },
  { key: "rightOnly", verdict: "right-only", label: "only right", tone: "quiet" },
];

/** How many exchanges came out how; each figure leads to them. */
export function Totals({ totals }: { totals: SessionComparison["totals"] }) {
  const { mode, verdict } = useSearch({ from: "/sessions/$sessionId/$tab" });
  return (
    <nav className={classes.totals} aria-label="Totals">
      {figures.map(({ key, verdict: own, label, tone }) => (
        <Link
          key={key}
          to="."
          search={(before) => ({ ...before, mode: "pairs", verdict: own, group: undefined })}
          className={classes.figure}
          data-tone={totals[key] > 0 ? tone : "none"}
          aria-current={mode === "pairs" && verdict === own ? "page" : undefined}
        >
          <strong>{totals[key].toLocaleString("en-US")}</strong> {label}
        </Link>
      ))}
    </nav>
  );
}
