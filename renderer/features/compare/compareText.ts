import type { Verdict } from "../../../core/exchange/compare/compareExchanges.ts";
import type { Part } from "../../../core/exchange/compare/difference.ts";
import type { DifferenceKind } from "../../../core/exchange/compare/diffJson.ts";
import type { RuleForm } from "../../../core/exchange/compare/equivalenceRule.ts";
import type { Failure } from "../../../core/exchange/compare/failure.ts";
import { durationText } from "../../ui/quantityText.ts";
import type { Tone } from "../../ui/tone.ts";

export const partTexts = {
  status: "Status",
  "response-header": "Response headers",
  "response-body": "Response body",
  "native-request": "Native calls",
  "native-response": "Native answers",
} as const satisfies Record<Part, string>;

/** A place as a person reads it: a header by its name, the whole by that of its part. */
export function placeText(part: Part, pointer: string): string {
  if (part === "response-header" && pointer !== "") return pointer.slice(1);
  return pointer || partTexts[part].toLowerCase();
}

export const kindTexts = {
  changed: "changed",
  type: "other type",
  added: "only right",
  removed: "only left",
} as const satisfies Record<DifferenceKind, string>;

export const verdictTones = { same: "good", changed: "warn", failed: "bad" } as const satisfies Record<Verdict, Tone>;

export const failureTexts = {
  "no-answer": "has no answer",
  "server-error": "is a server error",
  "native-unanswered": "has a native call without an answer",
} as const satisfies Record<Failure, string>;

/** A span of time in the largest unit that is whole: "1 min", "250 ms". */
function spanText(ms: number): string {
  for (const [unit, length] of [
    ["d", 86_400_000],
    ["h", 3_600_000],
    ["min", 60_000],
  ] as const) {
    if (ms >= length && ms % length === 0) return `${ms / length} ${unit}`;
  }
  return durationText(ms);
}

/** What a rule excuses, as the end of a sentence that begins with the place. */
export function formText(how: RuleForm): string {
  if (how === "ignore") return "is ignored";
  if (how === "ignore-if-both-present") return "may differ, but not be missing";
  if (how === "same-shape") return "may be another id or time of the same form";
  if (how === "any-order") return "may come in any order";
  if ("numberTolerance" in how) {
    return how.numberTolerance === 0 ? "may be written otherwise" : `may be ${how.numberTolerance} apart`;
  }
  return `may be ${spanText(how.timeToleranceMs)} apart`;
}

/** The same as the name of a button beside a difference. */
export function offerText(how: RuleForm): string {
  if (how === "ignore" || how === "ignore-if-both-present") return "Ignore this place";
  if (how === "same-shape") return "Allow another of this form";
  if (how === "any-order") return "Allow any order";
  if ("numberTolerance" in how) {
    return how.numberTolerance === 0 ? "Allow another spelling" : `Allow ${how.numberTolerance} apart`;
  }
  return `Allow ${spanText(how.timeToleranceMs)} apart`;
}
