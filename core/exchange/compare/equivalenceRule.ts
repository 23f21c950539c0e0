import { z } from "zod";
import { isRawNumber, type RawNumber } from "../../json/json.ts";
import { readPointerPattern } from "../pattern/pointerPattern.ts";
import { type Part, parts } from "./difference.ts";
import { namePatternFault } from "./namePattern.ts";

/** A file may write a tolerance as `0.10`, which arrives as its text. */
const tolerance = z
  .union([z.number(), z.custom<RawNumber>(isRawNumber).transform(({ rawJSON }) => Number(rawJSON))], {
    error: "is not a number",
  })
  .pipe(z.number().min(0, { error: "is below 0" }));

const formNames = ["ignore", "ignore-if-both-present", "same-shape", "any-order"] as const;

/**
 * What a rule excuses. `ignore`: anything at the place and below it. `ignore-if-both-present`: the same, but the place itself has to be on both sides.
 * `same-shape`: two texts of one shape (see `hasSameShape`). `any-order`: the order of a list. `numberTolerance`: numbers at most so far apart.
 * `timeToleranceMs`: ISO 8601 times at most so many milliseconds apart. All but the first two look at the place alone, not below it.
 */
export const ruleFormSchema = z.union(
  [z.enum(formNames), z.strictObject({ numberTolerance: tolerance }), z.strictObject({ timeToleranceMs: tolerance })],
  {
    error: `takes one of ${formNames.map((name) => `"${name}"`).join(", ")}, {"numberTolerance": 0.01} or {"timeToleranceMs": 1000}, neither below 0`,
  },
);
export type RuleForm = z.infer<typeof ruleFormSchema>;

const ruleFields = z.strictObject({
  /** Named in results and counted by. */
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, {
    error: "takes up to 80 letters, digits, dots, dashes and underscores, a letter or digit first",
  }),
  parts: z.array(z.enum(parts, { error: `takes ${parts.join(", ")}` })).min(1, { error: "names no part" }),
  /** Where: pointer patterns, or for headers patterns of names. One of them has to match. */
  at: z.array(z.string()).min(1, { error: "names no place" }).max(100, { error: "names more than 100 places" }),
  how: ruleFormSchema,
  enabled: z.boolean().default(true),
  /** Why these differences mean nothing. */
  note: z.string().default(""),
  /** Who says so. */
  source: z.string().default("workspace"),
});

function placeFault(place: string, names: readonly Part[]): string | undefined {
  if (names.includes("response-header")) return namePatternFault(place);
  const read = readPointerPattern(place);
  return read.ok ? undefined : `is no pointer pattern at character ${read.at + 1}: ${read.message}`;
}

/** A rule that says which differences mean nothing. Headers have names where all else has pointers, so that they take rules of their own. */
export const equivalenceRuleSchema = ruleFields.superRefine((rule, context) => {
  const { parts: names, at } = rule;
  if (names.includes("response-header") && names.length > 1) {
    const message = '"response-header" cannot stand beside other parts. Make two rules';
    context.addIssue({ code: "custom", path: ["parts"], message });
    return;
  }
  for (const [index, place] of at.entries()) {
    const fault = placeFault(place, names);
    if (fault) context.addIssue({ code: "custom", path: ["at", index], message: `"${place}" ${fault}` });
  }
});
export type EquivalenceRule = z.infer<typeof equivalenceRuleSchema>;
