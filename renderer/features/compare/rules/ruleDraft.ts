import { type Part, parts } from "../../../../core/exchange/compare/difference.ts";
import {
  type EquivalenceRule,
  equivalenceRuleSchema,
  type RuleForm,
} from "../../../../core/exchange/compare/equivalenceRule.ts";
import { placeRule } from "../../../../core/exchange/compare/placeRule.ts";

export const formNames = [
  "ignore",
  "ignore-if-both-present",
  "same-shape",
  "any-order",
  "numberTolerance",
  "timeToleranceMs",
] as const;
export type FormName = (typeof formNames)[number];

export const formLabels = {
  ignore: "is ignored",
  "ignore-if-both-present": "may differ, but not be missing",
  "same-shape": "may be another id or time of the same form",
  "any-order": "may come in any order (a list)",
  numberTolerance: "may be a number so far apart",
  timeToleranceMs: "may be a time so many milliseconds apart",
} as const satisfies Record<FormName, string>;

/** A rule while it is written: all as text. */
export interface RuleDraft {
  readonly part: Part;
  /** One place a line. */
  readonly places: string;
  readonly form: FormName;
  readonly tolerance: string;
  readonly note: string;
}

export const emptyDraft: RuleDraft = { part: "response-body", places: "", form: "ignore", tolerance: "", note: "" };

export function draftOf({ parts: own, at, how, note }: EquivalenceRule): RuleDraft {
  const common = { part: own[0] ?? parts[0], places: at.join("\n"), note };
  if (typeof how === "string") return { ...common, form: how, tolerance: "" };
  if ("numberTolerance" in how) return { ...common, form: "numberTolerance", tolerance: String(how.numberTolerance) };
  return { ...common, form: "timeToleranceMs", tolerance: String(how.timeToleranceMs) };
}

function howOf({ form, tolerance }: RuleDraft): RuleForm | undefined {
  const isTolerance = form === "numberTolerance" || form === "timeToleranceMs";
  if (!isTolerance) return form;
  const amount = tolerance.trim() === "" ? Number.NaN : Number(tolerance);
  if (Number.isNaN(amount)) return undefined;
  return form === "numberTolerance" ? { numberTolerance: amount } : { timeToleranceMs: amount };
}

export type ReadDraft =
  | { readonly ok: true; readonly rule: EquivalenceRule }
  | { readonly ok: false; readonly message: string };

/** The rule that a draft says; one that is edited keeps its id and its other parts. */
export function readDraft(draft: RuleDraft, edited: EquivalenceRule | undefined): ReadDraft {
  const at = draft.places.split("\n").flatMap((line) => line.trim() || []);
  const how = howOf(draft);
  if (at.length === 0) return { ok: false, message: "Say where: a place like /data/attributes/**/nickname." };
  if (how === undefined) return { ok: false, message: "Say how far apart: a number." };
  const note = draft.note.trim();
  const made = placeRule(draft.part, at.join(" "), { how, note, source: "workspace" });
  const own = edited?.parts[0] === draft.part ? edited.parts : [draft.part];
  const parsed = equivalenceRuleSchema.safeParse({ ...made, id: edited?.id ?? made.id, parts: own, at });
  if (parsed.success) return { ok: true, rule: parsed.data };
  return { ok: false, message: `${parsed.error.issues.map(({ message }) => message).join(". ")}.` };
}
