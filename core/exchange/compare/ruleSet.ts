import { z } from "zod";
import { defaultRules } from "./defaultRules.ts";
import { type EquivalenceRule, equivalenceRuleSchema } from "./equivalenceRule.ts";

export const mostRules = 1000;

export const ruleSetSchema = z.object({
  rules: z.array(equivalenceRuleSchema).max(mostRules, { error: `has more than ${mostRules} rules` }),
  disabled: z.array(z.string()),
});

/** What a workspace or a file says: rules of its own, and the ids of default rules that are off. A rule with the id of a default one takes its place. */
export interface RuleSet {
  readonly rules: readonly EquivalenceRule[];
  readonly disabled: readonly string[];
}

/** The rules in force, in the order in which they are asked: those of the set, then the default ones that it leaves on. */
export function rulesInForce({ rules, disabled }: RuleSet): EquivalenceRule[] {
  const replaced = new Set([...rules.map(({ id }) => id), ...disabled]);
  return [...rules, ...defaultRules.filter(({ id }) => !replaced.has(id))].filter(({ enabled }) => enabled);
}

/** The set with a rule more, the first to be asked; one with its id gives way. */
export function withRule({ rules, disabled }: RuleSet, rule: EquivalenceRule): RuleSet {
  return { rules: [rule, ...rules.filter(({ id }) => id !== rule.id)], disabled };
}

export function withoutRule({ rules, disabled }: RuleSet, id: string): RuleSet {
  return { rules: rules.filter((rule) => rule.id !== id), disabled };
}

/** Turns a rule on or off: one of the set by its own word, a default one by the list of those that are off. */
export function withRuleOn({ rules, disabled }: RuleSet, id: string, isOn: boolean): RuleSet {
  if (rules.some((rule) => rule.id === id)) {
    return { rules: rules.map((rule) => (rule.id === id ? { ...rule, enabled: isOn } : rule)), disabled };
  }
  const others = disabled.filter((other) => other !== id);
  return { rules, disabled: isOn ? others : [...others, id] };
}
