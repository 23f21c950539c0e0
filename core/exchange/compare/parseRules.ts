import { z } from "zod";
import { type Pointer, toPointer } from "../../json/pointer.ts";
import { defaultRules } from "./defaultRules.ts";
import { type RuleSet, ruleSetSchema } from "./ruleSet.ts";

const fileSchema = z.strictObject(
  {
    $schema: z.string().optional(),
    rules: ruleSetSchema.shape.rules.default([]),
    disabled: ruleSetSchema.shape.disabled.default([]),
  },
  {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `has no member ${issue.keys?.map((key) => JSON.stringify(key)).join(", ")}. It takes "rules" and "disabled"`
        : 'is no object. Write {"rules": […], "disabled": […]}',
  },
);

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
  const parsed = fileSchema.safeParse(json);
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
