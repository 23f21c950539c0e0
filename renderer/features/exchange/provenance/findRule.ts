import type { Basis } from "../../../../core/native/basis.ts";
import { attributeRules } from "../../../../core/translation/rules/attributeRules.ts";
import { errorRules } from "../../../../core/translation/rules/errorRules.ts";
import { eventRules } from "../../../../core/translation/rules/eventRules.ts";
import { identifierRules } from "../../../../core/translation/rules/identifierRules.ts";
import { bulkEventsAnswerRules, importAnswerRules } from "../../../../core/translation/rules/jobAnswerRules.ts";
import { bulkEntryRules, jobRules, listRules } from "../../../../core/translation/rules/jobRules.ts";
import { newProfilePropertyRules, upsertPropertyRules } from "../../../../core/translation/rules/propertyRules.ts";
import { eventAnswerRules, profileAnswerRules } from "../../../../core/translation/rules/resourceAnswerRules.ts";
import { structureRule } from "../../../../core/translation/rules/structureRule.ts";

/** What the card tells of a rule. */
export interface RuleText {
  readonly id: string;
  readonly note: string;
  readonly basis: Basis;
  readonly source: string;
}

const tables = [
  ...attributeRules,
  ...eventRules,
  ...identifierRules,
  ...bulkEntryRules,
  ...jobRules,
  ...listRules,
  ...newProfilePropertyRules,
  ...upsertPropertyRules,
  structureRule,
  ...eventAnswerRules,
  ...profileAnswerRules,
  ...bulkEventsAnswerRules,
  ...importAnswerRules,
  ...errorRules,
];
const byId: ReadonlyMap<string, RuleText> = new Map(tables.map((rule) => [rule.id, rule]));
const byFinding: ReadonlyMap<string, RuleText> = new Map(
  tables.flatMap((rule) => ("finding" in rule ? [[rule.finding, rule] as const] : [])),
);

export function findRule(id: string): RuleText | undefined {
  return byId.get(id);
}

/** The rule that loses a field, by the code of the finding that says so. */
export function findLosingRule(code: string): RuleText | undefined {
  return byFinding.get(code);
}
