import { isJsonNumber } from "../../json/json.ts";
import { toleranceOf } from "./decimal.ts";
import type { Difference } from "./difference.ts";
import type { EquivalenceRule, RuleForm } from "./equivalenceRule.ts";
import { isIgnorable, placePattern, placeRule } from "./placeRule.ts";
import { hasSameShape, isoTimeMs } from "./shapes.ts";

/** The next run is later by more than these two lie apart: the distance is rounded up to one of these. */
const timeSteps = [1000, 60_000, 3_600_000, 86_400_000];

function formsOf({ left, right, isReordering }: Difference): RuleForm[] {
  if (isReordering) return ["any-order"];
  if (isJsonNumber(left) && isJsonNumber(right)) {
    const numberTolerance = toleranceOf(left, right);
    return numberTolerance === undefined ? [] : [{ numberTolerance }];
  }
  if (typeof left !== "string" || typeof right !== "string") return [];
  const forms: RuleForm[] = hasSameShape(left, right) ? ["same-shape"] : [];
  const [first, second] = [isoTimeMs(left), isoTimeMs(right)];
  if (first === undefined || second === undefined) return forms;
  const step = timeSteps.find((each) => each >= Math.abs(first - second));
  return step === undefined ? forms : [...forms, { timeToleranceMs: step }];
}

/**
 * The rules that would excuse a difference here and at the places of the same form, the plainest first: ignore the place, then what asks for more likeness.
 * None for the status and for what makes up a whole answer or call, because ignoring them would hide what a comparison is for.
 */
export function offerRules(difference: Difference): EquivalenceRule[] {
  const { part, left, right } = difference;
  if (part === "status") return [];
  const pattern = placePattern(difference);
  const ignoring: RuleForm[] = isIgnorable(part, pattern)
    ? [left === undefined || right === undefined ? "ignore" : "ignore-if-both-present"]
    : [];
  return [...ignoring, ...formsOf(difference)].map((how) =>
    placeRule(part, pattern, { how, note: "", source: "workspace" }),
  );
}
