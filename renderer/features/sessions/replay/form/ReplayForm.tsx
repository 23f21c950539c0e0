import { NumberInput, PasswordInput, Stack } from "@mantine/core";
import type { ReplayPlan } from "../../../../../core/contract/replay.ts";
import { maxConcurrency } from "../../../../../core/contract/replay.ts";
import { FilterInput } from "../../../traffic/FilterInput.tsx";
import type { FieldProblems, ReplayFields } from "../replayFields.ts";
import { PaceFields } from "./PaceFields.tsx";
import classes from "./ReplayForm.module.css";
import { TargetFields } from "./TargetFields.tsx";

export interface FormPartProps {
  readonly fields: ReplayFields;
  readonly problems: FieldProblems;
  readonly onChange: (change: Partial<ReplayFields>) => void;
}

interface ReplayFormProps extends FormPartProps {
  readonly plan: ReplayPlan | undefined;
  readonly apiKey: string;
  readonly onKey: (key: string) => void;
}

function keyText({ target }: ReplayFields, plan: ReplayPlan | undefined): string {
  const kept = "It is used for this replay and never kept.";
  if (target === "workbench") return `Recorded keys stand for themselves here; give one to use it instead. ${kept}`;
  if (plan?.hasKey) return `One is at hand, from the environment or the keychain; give another to use that. ${kept}`;
  return plan?.needsKey === false ? `Each recorded key gets one of its own; give one to use it instead. ${kept}` : kept;
}

/** How much of a session goes, where, with which key, and how fast. */
export function ReplayForm({ plan, apiKey, onKey, ...part }: ReplayFormProps) {
  const { fields, problems, onChange } = part;
  return (
    <form className={classes.form} aria-label="Replay" onSubmit={(event) => event.preventDefault()}>
      <Stack gap="md">
        <FilterInput
          label="Only what matches"
          placeholder="status:2xx endpoint:events"
          value={fields.filter}
          error={problems.filter}
          onChange={(filter) => onChange({ filter })}
        />
        <TargetFields {...part} />
        <PasswordInput
          label="API key"
          size="xs"
          autoComplete="off"
          description={keyText(fields, plan)}
          value={apiKey}
          onChange={({ currentTarget }) => onKey(currentTarget.value)}
        />
        <PaceFields {...part} />
        <NumberInput
          label="Requests under way at a time"
          description="Those of one profile keep their order."
          size="xs"
          w="14rem"
          min={1}
          max={maxConcurrency}
          clampBehavior="none"
          value={fields.concurrency}
          error={problems.concurrency}
          onChange={(concurrency) => onChange({ concurrency })}
        />
      </Stack>
    </form>
  );
}
