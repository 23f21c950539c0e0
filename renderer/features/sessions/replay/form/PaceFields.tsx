import { NumberInput, Select } from "@mantine/core";
import { keepsRecordedTimes, type PaceKind } from "../replayFields.ts";
import classes from "./ReplayForm.module.css";
import type { FormPartProps } from "./ReplayForm.tsx";

const paces = [
  { value: "fast", label: "As fast as possible" },
  { value: "recorded", label: "As recorded" },
  { value: "scaled", label: "As recorded, but faster or slower" },
  { value: "rate", label: "Evenly, so many a second" },
] as const satisfies readonly { readonly value: PaceKind; readonly label: string }[];

/** How fast a session goes. */
export function PaceFields({ fields, problems, onChange }: FormPartProps) {
  return (
    <div className={classes.pace}>
      <Select
        label="Pace"
        size="xs"
        w="16rem"
        allowDeselect={false}
        data={paces}
        value={fields.pace}
        onChange={(pace) => onChange({ pace: paces.find(({ value }) => value === pace)?.value ?? "fast" })}
      />
      {fields.pace === "scaled" && (
        <NumberInput
          label="Times as fast"
          size="xs"
          w="8rem"
          step={0.5}
          value={fields.factor}
          error={problems.factor}
          onChange={(factor) => onChange({ factor })}
        />
      )}
      {fields.pace === "rate" && (
        <NumberInput
          label="Requests a second"
          size="xs"
          w="8rem"
          value={fields.perSecond}
          error={problems.perSecond}
          onChange={(perSecond) => onChange({ perSecond })}
        />
      )}
      {keepsRecordedTimes(fields) && (
        <NumberInput
          label="Longest wait, seconds"
          placeholder="as recorded"
          size="xs"
          w="9rem"
          min={0}
          value={fields.maxIdle}
          error={problems.maxIdle}
          onChange={(maxIdle) => onChange({ maxIdle })}
        />
      )}
    </div>
  );
}
