import { z } from "zod";
import { type Pointer, toPointer } from "../../json/pointer.ts";
import { defaultRules } from "./defaultRules.ts";
import { type EquivalenceRule, equivalenceRuleSchema } from "./equivalenceRule.ts";

const ruleSetSchema = z.strictObject(
  {
    $schema: z.string().optional(),
    rules: z.array(equivalenceRuleSchema).max(1000, { error: "has more than 1000 rules" }).default([]),
    disabled: z.array(z.string()).default([]),
  },
  {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `has no member ${issue.keys?.map((key) => JSON.stringify(key)).join(", ")}. It takes "rules" and "disabled"`
        : 'is no object. Write {"rules": […], "disabled": […]}',
  },
);

/** What a workspace or a file says: rules of its own, and the ids of default rules that are off. A rule with the id of a default one takes its place. */
export interface RuleSet {
  readonly rules: readonly EquivalenceRule[];
  readonly disabled: readonly string[];
}

/** Something wrong in a set of rules: the place, and what to do. */
export interface RuleProblem {
  readonly pointer: Pointer;
  readonly message: string;
}

export type ParsedRules =
  | { readonly ok: true; readonly set: RuleSet }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] };

function isToken(token: PropertyKey): token is string | number {
  return typeof token !== "symbol";
}

/** The rules whose id an earlier one has. */
function repeated({ rules }: RuleSet): RuleProblem[] {
  const seen = new Set<string>();
  return rules.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ pointer: `/rules/${index}/id`, message: `"${id}" is the id of an earlier rule. Give each its own` }];
  });
}

function unknownIds({ disabled }: RuleSet): RuleProblem[] {
  const known = new Set(defaultRules.map(({ id }) => id));
  return disabled.flatMap((id, index) => {
    const message = `${JSON.stringify(id)} is the id of no default rule. They are ${[...known].join(", ")}`;
    return known.has(id) ? [] : [{ pointer: `/disabled/${index}`, message }];
  });
}

/** Reads rules as a workspace or a JSON file holds them: `{"rules": […], "disabled": ["ids"]}`. Never throws; every fault is named with its place. */
export function parseRules(json: unknown): ParsedRules {
  const parsed = ruleSetSchema.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({
      pointer: toPointer(path.filter(isToken)),
      message,
    }));
    return { ok: false, problems };
  }
  const { rules, disabled } = parsed.data;
  const set = { rules, disabled };
  const problems = [...repeated(set), ...unknownIds(set)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, set };
}

/** The rules in force, in the order in which they are asked: those of the set, then the default ones that it leaves on. */
export function rulesInForce({ rules, disabled }: RuleSet): EquivalenceRule[] {
  const replaced = new Set([...rules.map(({ id }) => id), ...disabled]);
  return [...rules, ...defaultRules.filter(({ id }) => !replaced.has(id))].filter(({ enabled }) => enabled);
}
