import { Anchor, Button, Text } from "@mantine/core";
import { IconArrowLeft, IconPlayerPlay } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Replay } from "../../../../../core/contract/replay.ts";
import type { Session } from "../../../../../core/exchange/exchange.ts";
import { countText, momentText } from "../../../../ui/quantityText.ts";
import { LearnButton } from "../learn/LearnButton.tsx";
import { SendDialog } from "../plan/SendDialog.tsx";
import { paceText, stateText, targetText, unfinishedText } from "../replayText.ts";
import { useStartReplay } from "../useStartReplay.ts";
import classes from "./ReplayResults.module.css";

/** Where a replay went, when and how, and what is left to do about it. */
export function ResultsHeader({ replay, session }: { replay: Replay; session: Session }) {
  const [isResuming, setResuming] = useState(false);
  const { settings, begunAt, job, total, totals, isUnderWayElsewhere } = replay;
  const { resume, isPending } = useStartReplay(replay.source);
  const left = countText(total - totals.same - totals.changed - totals.failed, "request");
  const unfinished = unfinishedText(replay);
  return (
    <header className={classes.header}>
      <Button
        variant="default"
        leftSection={<IconArrowLeft size={14} />}
        renderRoot={(props) => <Link {...props} to="." search={(before) => ({ ...before, replay: undefined })} />}
      >
        New replay
      </Button>
      <h2 className={classes.title}>Replay at {targetText(settings.target)}</h2>
      <span className={classes.spring} />
      {replay.session !== session.id && (
        <Anchor component={Link} to={`/sessions/${replay.session}`} size="sm">
          Session of the answers
        </Anchor>
      )}
      {isUnderWayElsewhere && (
        <Text size="sm" c="dimmed">
          {stateText(replay)}
        </Text>
      )}
      {unfinished !== "" && job === null && !isUnderWayElsewhere && (
        <Button leftSection={<IconPlayerPlay size={14} />} onClick={() => setResuming(true)}>
          Resume: {unfinished}
        </Button>
      )}
      <LearnButton replay={replay} label="Learn noise" />
      <span className={classes.facts}>
        {momentText(begunAt)} · {paceText(settings)} · {settings.concurrency} at a time
        {settings.filter !== "" && ` · ${settings.filter}`}
      </span>
      {isResuming && (
        <SendDialog
          replay={replay}
          title={`Send the ${left} that are left?`}
          count={left}
          isPending={isPending}
          onSend={(key) => resume(replay.session, key)}
          onClose={() => setResuming(false)}
        />
      )}
    </header>
  );
}
