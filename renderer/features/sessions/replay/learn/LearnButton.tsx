import { Button, Tooltip } from "@mantine/core";
import { IconRepeat } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isUnderWay } from "../../../../../core/contract/jobs.ts";
import type { Replay } from "../../../../../core/contract/replay.ts";
import { countText } from "../../../../ui/quantityText.ts";
import { SendDialog } from "../plan/SendDialog.tsx";
import { planOptions } from "../replayQueries.ts";
import { useSecondRun } from "./useSecondRun.ts";

/** Replays once more, as the replay was begun, and proposes what differs between both runs as rules. Nothing for a replay that is unfinished. */
export function LearnButton({ replay, label }: { replay: Replay; label: string }) {
  const { source, settings, total, endedAt } = replay;
  const [isAsking, setAsking] = useState(false);
  const { job, isPending, start } = useSecondRun(replay);
  const plan = useQuery(planOptions(source, endedAt === null ? undefined : settings, "off")).data;
  if (endedAt === null || !plan) return null;
  const isRunning = job !== undefined && isUnderWay(job);
  // At the sandbox of this workbench the recorded keys stand for themselves, and nothing has to be agreed to.
  const asksNothing = settings.target.kind === "workbench" && !plan.destination.isElsewhere;
  const count = countText(total, "request");
  return (
    <>
      <Tooltip label="Sends it once more, as it was begun, and proposes what differs between both runs as rules">
        <Button
          variant="default"
          leftSection={<IconRepeat size={14} />}
          loading={isPending}
          disabled={isRunning}
          onClick={() => (asksNothing ? start("") : setAsking(true))}
        >
          {isRunning ? `Once more: ${job.done.toLocaleString("en-US")} of ${count}` : label}
        </Button>
      </Tooltip>
      {isAsking && (
        <SendDialog
          replay={replay}
          title={`Send ${count} once more?`}
          count={count}
          isPending={isPending}
          onSend={start}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
