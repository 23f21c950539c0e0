import { Button, Select, Text } from "@mantine/core";
import { IconAlertTriangle, IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import type { ReplayPlan } from "../../../../../core/contract/replay.ts";
import { type NativeTier, nativeTierIds } from "../../../../../core/native/nativeCall.ts";
import { describeError } from "../../../../client/describeError.ts";
import { countFact, durationFact, limitFact, tierTexts } from "../replayText.ts";
import { ArmDialog } from "./ArmDialog.tsx";
import classes from "./PlanCard.module.css";

interface PlanCardProps {
  readonly plan: ReplayPlan | undefined;
  readonly error: Error | null;
  /** Whether the plan is the one of the form as it stands. */
  readonly isCurrent: boolean;
  readonly hasGivenKey: boolean;
  readonly tier: NativeTier;
  readonly onTier: (tier: NativeTier) => void;
  readonly isPending: boolean;
  /** A person agreed to a target that is not this machine. */
  readonly onArm: () => Promise<unknown>;
  readonly onStart: () => void;
}

const tiers = nativeTierIds.map((value) => ({ value, label: tierTexts[value] }));

/** What the replay would be, and the button that makes it. */
export function PlanCard(props: PlanCardProps) {
  const { plan, error, isCurrent, hasGivenKey, tier, onTier, isPending, onArm, onStart } = props;
  const [isAsking, setAsking] = useState(false);
  const lacksKey = plan?.needsKey === true && !plan.hasKey && !hasGivenKey;
  const isElsewhere = plan?.destination.isElsewhere ?? false;
  const canStart = isCurrent && plan !== undefined && plan.exchanges > 0 && !lacksKey;
  return (
    <section className={classes.card} data-live={isElsewhere || undefined} aria-label="Dry run">
      <h2 className={classes.title}>Dry run</h2>
      {error && <Text c="var(--wb-bad)">{describeError(error).detail}</Text>}
      {plan && (
        <>
          <dl className={classes.facts} data-old={!isCurrent || undefined}>
            <dt>Sends</dt>
            <dd>{countFact(plan)}</dd>
            <dt>To</dt>
            <dd>{plan.destination.host}</dd>
            <dt>Takes</dt>
            <dd>{durationFact(plan)}</dd>
            <dt>Limit</dt>
            <dd data-over={plan.overLimit > 0 || undefined}>{limitFact(plan)}</dd>
          </dl>
          {isElsewhere && (
            <p className={classes.effect}>
              <IconAlertTriangle size={16} aria-hidden /> {plan.destination.effect}
            </p>
          )}
        </>
      )}
      <div className={classes.actions}>
        <Select
          label="Limit of the target"
          size="xs"
          w="14rem"
          allowDeselect={false}
          data={tiers}
          value={tier}
          onChange={(value) => onTier(nativeTierIds.find((id) => id === value) ?? tier)}
        />
        <Button
          size="sm"
          className={classes.start ?? ""}
          data-live={(isElsewhere && canStart) || undefined}
          leftSection={<IconPlayerPlay size={16} />}
          disabled={!canStart}
          loading={isPending}
          onClick={() => (plan?.isArmed ? onStart() : setAsking(true))}
        >
          Start the replay
        </Button>
      </div>
      {lacksKey && <Text c="dimmed">This target takes an API key.</Text>}
      {isAsking && plan && (
        <ArmDialog
          destination={plan.destination}
          count={countFact(plan)}
          onConfirm={async () => {
            await onArm();
            setAsking(false);
            onStart();
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
