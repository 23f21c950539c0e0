import type { Basis } from "../../native/basis.ts";
import { answerForms } from "../answerForms.ts";
import { echoRules } from "./echoRules.ts";
import { errorRules } from "./errorRules.ts";
import { ruleTables } from "./ruleTables.ts";

/** What a person is told of a rule, whichever table it is in. */
export interface RuleText {
  readonly id: string;
  readonly note: string;
  readonly basis: Basis;
  readonly source: string;
}

const rules = ruleTables.flatMap((table) => table.rules);
const byId: ReadonlyMap<string, RuleText> = new Map(
  [...rules, ...echoRules, ...Object.values(answerForms).flatMap((form) => form.rules), ...errorRules].map((rule) => [
    rule.id,
    rule,
  ]),
);
const byFinding: ReadonlyMap<string, RuleText> = new Map(
  rules.flatMap((rule) => (rule.to === null ? [[rule.finding, rule] as const] : [])),
);

/** The rule that a provenance entry or a link names. */
export function findRule(id: string): RuleText | undefined {
  return byId.get(id);
}

/** The rule that loses a field, by the code of the finding that says so. */
export function findLosingRule(code: string): RuleText | undefined {
  return byFinding.get(code);
}
