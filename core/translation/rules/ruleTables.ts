import { attributeRules } from "./attributeRules.ts";
import { eventRules } from "./eventRules.ts";
import { identifierRules } from "./identifierRules.ts";
import { bulkEntryRules, jobRules, listRules } from "./jobRules.ts";
import { newProfilePropertyRules, upsertPropertyRules } from "./propertyRules.ts";
import type { Rule } from "./rule.ts";
import { structureRule } from "./structureRule.ts";

/** One table of the way there: the Klaviyo entity that it reads, and the native object that it fills. */
export interface RuleTable {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly rules: readonly Rule[];
}

/** All tables from Klaviyo to native. */
export const ruleTables: readonly RuleTable[] = [
  { title: "Event", from: "an event", to: "the body of a native event", rules: eventRules },
  {
    title: "Identifiers of a profile",
    from: "a profile",
    to: "`profile` of a native event, `identifiers` of an upsert, the top of a new profile",
    rules: identifierRules,
  },
  {
    title: "Standard attributes of a profile",
    from: "a profile",
    to: "`attributes` of an upsert, the top of a new profile",
    rules: attributeRules,
  },
  {
    title: "Custom properties in an upsert",
    from: "a profile of an event or of a bulk import",
    to: "`attributes` of the upsert",
    rules: upsertPropertyRules,
  },
  {
    title: "Custom properties of a new profile",
    from: "a profile that is created on its own",
    to: "the new profile",
    rules: newProfilePropertyRules,
  },
  { title: "Bulk job", from: "a bulk job", to: "its native calls", rules: jobRules },
  { title: "Entry of bulk events", from: "one profile with its events", to: "its native calls", rules: bulkEntryRules },
  { title: "List of a bulk import", from: "a list", to: "nothing", rules: listRules },
  { title: "Empty values", from: "any entity", to: "the object around it", rules: [structureRule] },
];
