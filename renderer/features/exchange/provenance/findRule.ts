import type { Basis } from "../../../../core/native/basis.ts";
import { attributeRules } from "../../../../core/translation/rules/attributeRules.ts";
import { eventRules } from "../../../../core/translation/rules/eventRules.ts";
import { identifierRules } from "../../../../core/translation/rules/identifierRules.ts";
import { bulkEntryRules, jobRules, listRules } from "../../../../core/translation/rules/jobRules.ts";
import { newProfilePropertyRules, upsertPropertyRules } from "../../../../core/translation/rules/propertyRules.ts";
import { structureRule } from "../../../../core/translation/rules/structureRule.ts";

/** What the card tells of a rule. */
export interface RuleText {
  readonly id: string;
  readonly note: string;
  readonly basis: Basis;
  readonly source: string;
}

const rules: ReadonlyMap<string, RuleText> = new Map(
  [
    ...attributeRules,
    ...eventRules,
    ...identifierRules,
    ...bulkEntryRules,
    ...jobRules,
    ...listRules,
    ...newProfilePropertyRules,
    ...upsertPropertyRules,
    structureRule,
  ].map((rule) => [rule.id, rule]),
);

export function findRule(id: string): RuleText | undefined {
  return rules.get(id);
}
