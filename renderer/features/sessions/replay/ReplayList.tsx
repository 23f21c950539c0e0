import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Replay } from "../../../../core/contract/replay.ts";
import { verdicts } from "../../../../core/exchange/compare/compareExchanges.ts";
import { momentText } from "../../../ui/quantityText.ts";
import { Tag } from "../../../ui/Tag.tsx";
import classes from "./ReplayList.module.css";
import { outcomeTexts, outcomeTones, paceText, stateText, targetText } from "./replayText.ts";

/** The replays of a session so far. */
export function ReplayList({ session, replays }: { session: string; replays: readonly Replay[] }) {
  return (
    <section aria-label="Replays so far">
      <h2 className={classes.title}>Replays so far</h2>
      {replays.length === 0 ? (
        <Text c="dimmed">None yet. A replay makes a session of its own, and says of each exchange what differs.</Text>
      ) : (
        <ul className={classes.list}>
          {replays.map((replay) => (
            <li key={replay.session}>
              <ReplayLink replay={replay} isAnswers={replay.session === session} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ReplayLink({ replay, isAnswers }: { replay: Replay; isAnswers: boolean }) {
  const { settings, begunAt, totals } = replay;
  const state = stateText(replay);
  return (
    <Link to="." search={(before) => ({ ...before, replay: replay.session })} className={classes.replay}>
      <span className={classes.line}>
        <strong>At {targetText(settings.target)}</strong>
        <span className={classes.dim}>
          {momentText(begunAt)} · {paceText(settings)}
        </span>
      </span>
      <span className={classes.line}>
        {verdicts.map((verdict) => (
          <Tag key={verdict} tone={totals[verdict] > 0 ? outcomeTones[verdict] : "quiet"}>
            {totals[verdict].toLocaleString("en-US")} {outcomeTexts[verdict].toLowerCase()}
          </Tag>
        ))}
        {state !== "" && <span className={classes.dim}>{state}</span>}
        {isAnswers && <span className={classes.dim}>This session holds its answers</span>}
      </span>
    </Link>
  );
}
