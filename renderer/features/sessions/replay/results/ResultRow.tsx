import { Link } from "@tanstack/react-router";
import type { ReplayResultRow } from "../../../../../core/contract/replay.ts";
import { durationText } from "../../../../ui/quantityText.ts";
import { Tag } from "../../../../ui/Tag.tsx";
import { statusTone } from "../../../../ui/tone.ts";
import type { OptionProps } from "../../../../ui/VirtualListbox.tsx";
import { differenceText, outcomeTexts, outcomeTones, resultName } from "../replayText.ts";
import classes from "./ResultRow.module.css";

interface ResultRowProps {
  readonly result: ReplayResultRow;
  readonly option: OptionProps;
}

/** One exchange: how it came out, and the way to both sides of it. */
export function ResultRow({ result, option }: ResultRowProps) {
  const { recorded, replayed } = result;
  const named = { ...option, "aria-label": resultName(result) };
  if (recorded && replayed) {
    return (
      <Link {...named} to="/compare/$left/$right" params={{ left: recorded.id, right: replayed.id }}>
        <Cells result={result} />
      </Link>
    );
  }
  return (
    <div {...named}>
      <Cells result={result} />
    </div>
  );
}

function Cells({ result }: { result: ReplayResultRow }) {
  const { outcome, summary, sends, recorded, replayed } = result;
  return (
    <span className={classes.row}>
      <span className={classes.outcome}>
        <Tag tone={outcomeTones[outcome]}>{outcomeTexts[outcome]}</Tag>
      </span>
      <span className={classes.line}>
        <span className={classes.title}>{recorded?.title ?? "An exchange that was deleted since"}</span>
        {sends > 1 && <Tag tone="warn">sent {sends} times</Tag>}
        <span className={classes.number}>{replayed ? durationText(replayed.durationMs) : ""}</span>
        <Statuses before={recorded?.status ?? null} after={replayed?.status ?? null} />
      </span>
      <span className={classes.line}>
        <span className={classes.subject}>
          {recorded &&
            `#${recorded.seq} ${[recorded.subject, `${recorded.method} ${recorded.path}`].filter(Boolean).join(" · ")}`}
        </span>
        <span className={classes.summary} data-quiet={outcome === "same" || undefined}>
          {differenceText(summary)}
        </span>
      </span>
    </span>
  );
}

/** The answer that was recorded and the one that came. */
function Statuses({ before, after }: { before: number | null; after: number | null }) {
  return (
    <span className={classes.statuses}>
      <Tag tone={statusTone(before)} isMono>
        {before ?? "—"}
      </Tag>
      <span aria-hidden>→</span>
      <Tag tone={statusTone(after)} isMono>
        {after ?? "—"}
      </Tag>
    </span>
  );
}
