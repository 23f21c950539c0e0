import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Replay } from "../../../../core/contract/replay.ts";
import type { Session } from "../../../../core/exchange/exchange.ts";
import type { NativeTier } from "../../../../core/native/nativeCall.ts";
import { useStatus } from "../../../live/LiveContext.ts";
import { ReplayForm } from "./form/ReplayForm.tsx";
import classes from "./NewReplay.module.css";
import { PlanCard } from "./plan/PlanCard.tsx";
import { ReplayList } from "./ReplayList.tsx";
import { firstFields, readFields } from "./replayFields.ts";
import { planOptions } from "./replayQueries.ts";
import { useArm, useStartReplay } from "./useStartReplay.ts";

const typingPauseMs = 250;

/** Where and how to send, what that would be, and the replays so far. */
export function NewReplay({ session, replays }: { session: Session; replays: readonly Replay[] }) {
  const { settings: workbench } = useStatus();
  const [fields, setFields] = useState(() => firstFields(workbench.upstream, ""));
  const [key, setKey] = useState("");
  const [tier, setTier] = useState<NativeTier>(workbench.rateLimit);
  const read = readFields(fields);
  const settings = read.ok ? read.settings : undefined;
  const [settled] = useDebouncedValue(fields, typingPauseMs);
  const isSettled = fields === settled;
  const plan = useQuery(planOptions(session.id, isSettled ? settings : undefined, tier));
  const { start, isPending } = useStartReplay(session.id);
  const arm = useArm(session.id);
  return (
    <div className={classes.screen}>
      <ReplayForm
        fields={fields}
        problems={read.ok ? {} : read.problems}
        plan={plan.data}
        apiKey={key}
        onChange={(change) => setFields({ ...fields, ...change })}
        onKey={setKey}
      />
      <div className={classes.beside}>
        <PlanCard
          plan={plan.data}
          error={plan.error}
          isCurrent={settings !== undefined && isSettled && !plan.isPlaceholderData}
          hasGivenKey={key.trim() !== ""}
          tier={tier}
          onTier={setTier}
          isPending={isPending}
          onArm={async () => settings && arm.mutateAsync(settings.target)}
          onStart={() => settings && start(settings, key)}
        />
        <ReplayList session={session.id} replays={replays} />
      </div>
    </div>
  );
}
