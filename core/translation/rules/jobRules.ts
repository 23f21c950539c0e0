import type { KlaviyoBulkEntry, KlaviyoList } from "./klaviyoShapes.ts";
import { pages } from "./pages.ts";
import type { FieldPath, Rule } from "./rule.ts";

/** Around the events of a bulk request: the job, and each entry of one profile with its events. */
export const jobRules = [
  {
    id: "job.type",
    from: "type",
    to: "",
    how: "structure",
    basis: "documented",
    source: pages.jsonApi,
    note: "Names the kind of resource, which chooses the native endpoint.",
  },
] as const satisfies readonly Rule<FieldPath<KlaviyoBulkEntry>, "">[];

export const bulkEntryRules = [
  {
    id: "entry.type",
    from: "type",
    to: "",
    how: "structure",
    basis: "documented",
    source: pages.jsonApi,
    note: "Names the kind of resource.",
  },
  {
    id: "entry.backfill",
    from: "attributes.backfill",
    to: null,
    how: "lost",
    finding: "backfill",
    basis: "assumed",
    source: pages.noCounterpart,
    note: "The native event has no switch that keeps automations from starting.",
  },
] as const satisfies readonly Rule<FieldPath<KlaviyoBulkEntry>, "">[];

/** A list that a bulk import adds its profiles to. */
export const listRules = [
  {
    id: "list.type",
    from: "type",
    to: "",
    how: "structure",
    basis: "documented",
    source: pages.jsonApi,
    note: "Names the kind of resource.",
  },
  {
    id: "list.id",
    from: "id",
    to: null,
    how: "lost",
    finding: "lists",
    basis: "documented",
    source: pages.overview,
    note: "List management is unsupported on the compatible surface; the native API has it.",
  },
] as const satisfies readonly Rule<FieldPath<KlaviyoList>, "">[];
