import { readFileSync } from "node:fs";
import { InvalidArgumentError } from "commander";
import { faultMessage } from "../../../../core/faultMessage.ts";
import { type FaultPlan, readFaultPlan } from "../../../../core/faults/faultPlan.ts";
import { faultPresets, findFaultPreset } from "../../../../core/faults/faultPresets.ts";

/** A plan by the name of its preset, or out of a file. */
export function parseFaults(word: string): FaultPlan {
  const preset = findFaultPreset(word);
  if (preset) return preset.plan;
  const read = readFaultPlan(textOf(word));
  if (!read.ok) throw new InvalidArgumentError(`${word} is no plan of faults. ${read.problems.join(" ")}`);
  return read.plan;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (fault) {
    const cause = faultMessage(fault);
    const names = faultPresets.map(({ id }) => id).join(", ");
    throw new InvalidArgumentError(
      `There is no preset and no readable file of this name (${cause}). Presets: ${names}.`,
    );
  }
}
