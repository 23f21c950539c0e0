import { z } from "zod";
import { verdicts } from "../exchange/compare/compareExchanges.ts";
import { parts } from "../exchange/compare/difference.ts";
import { differenceKinds } from "../exchange/compare/diffJson.ts";
import { equivalenceRuleSchema } from "../exchange/compare/equivalenceRule.ts";
import { failures } from "../exchange/compare/failure.ts";
import { exchangeSummarySchema } from "../exchange/exchange.ts";

/** A value longer than this is cut: the whole of it is in the text of both sides. */
export const maxValueCharacters = 2000;

/** The JSON text of a value, at most `maxValueCharacters` and then "…"; absent on the side that has none. */
const valueTextSchema = z.string().optional();

export const differenceViewSchema = z.object({
  part: z.enum(parts),
  kind: z.enum(differenceKinds),
  pointer: z.string(),
  left: valueTextSchema,
  right: valueTextSchema,
  /** Id of the rule that excuses it. */
  rule: z.string().optional(),
  /** Rules that would excuse it, the plainest first; none where one does already, or where none may. */
  offers: z.array(equivalenceRuleSchema),
});
export type DifferenceView = z.infer<typeof differenceViewSchema>;

const countedParts = z.partialRecord(z.enum(parts), z.int());

/** Two exchanges, the left one being what is expected, by the rules of the workspace. */
export const exchangeComparisonSchema = z.object({
  left: exchangeSummarySchema,
  right: exchangeSummarySchema,
  verdict: z.enum(verdicts),
  failures: z.object({ left: z.enum(failures).optional(), right: z.enum(failures).optional() }),
  differences: z.array(differenceViewSchema),
  /** How many are not excused, by part. */
  counts: countedParts,
  /** How many each rule excused. */
  excused: z.record(z.string(), z.int()),
  /** How many were counted and are not in the list. */
  omitted: z.int(),
  /** Whether the native calls of both are known, and count. */
  hasNativeCalls: z.boolean(),
});
export type ExchangeComparison = z.infer<typeof exchangeComparisonSchema>;

/**
 * How an exchange is related to another: `sibling` has the same parent, `alike` is of the same endpoint and subject, `endpoint` of the same endpoint,
 * `found` fits what was asked for.
 */
const relations = ["parent", "child", "sibling", "alike", "endpoint", "found"] as const;
export type Relation = (typeof relations)[number];

export const partnerSchema = z.object({
  relation: z.enum(relations),
  exchange: exchangeSummarySchema,
  /** Name of its session. */
  session: z.string(),
});
export type Partner = z.infer<typeof partnerSchema>;

/** How a session is related to another by the lineage of exchanges: `twin` was replayed from the same one. */
const sessionRelations = ["parent", "child", "twin"] as const;

export const relatedSessionSchema = z.object({ id: z.string(), relation: z.enum(sessionRelations) });
export type RelatedSession = z.infer<typeof relatedSessionSchema>;

export const pairVerdicts = [...verdicts, "left-only", "right-only"] as const;
export type PairVerdict = (typeof pairVerdicts)[number];

/** Differences of one form of place, with one example: a thousand exchanges with the same difference are one of these. */
export const differenceGroupSchema = z.object({
  /** Names it in questions for its pairs. */
  group: z.int(),
  part: z.enum(parts),
  /** A pointer pattern; "" gathers what has no group of its own because there are too many. */
  pattern: z.string(),
  /** Id of the rule that excuses them. */
  rule: z.string().optional(),
  times: z.int(),
  exchanges: z.int(),
  example: differenceViewSchema,
  left: z.string(),
  right: z.string(),
});
export type DifferenceGroupView = z.infer<typeof differenceGroupSchema>;

/** A rule that would excuse what differed between two runs of the same requests, and what it rests on. */
export const proposalSchema = z.object({
  rule: equivalenceRuleSchema,
  times: z.int(),
  exchanges: z.int(),
  left: valueTextSchema,
  right: valueTextSchema,
});
export type ProposalView = z.infer<typeof proposalSchema>;

/** What came of comparing two sessions by the rules that were in force then. */
export const sessionComparisonSchema = z.object({
  left: z.string(),
  right: z.string(),
  totals: z.object({
    total: z.int(),
    same: z.int(),
    changed: z.int(),
    failed: z.int(),
    leftOnly: z.int(),
    rightOnly: z.int(),
  }),
  /** How many differences each rule excused. */
  excused: z.record(z.string(), z.int()),
  /** Those in most exchanges first; those that no rule excuses before those that one does. */
  groups: z.array(differenceGroupSchema),
  /** How many groups there are; the list is cut. */
  groupCount: z.int(),
  proposals: z.array(proposalSchema),
  /** What differed and is never proposed to be ignored. */
  unproposed: z.array(z.object({ part: z.enum(parts), pattern: z.string(), times: z.int() })),
});
export type SessionComparison = z.infer<typeof sessionComparisonSchema>;

/** Two exchanges that found each other, or one that has no partner; null as well where one was deleted since. */
export const pairRowSchema = z.object({
  verdict: z.enum(pairVerdicts),
  left: exchangeSummarySchema.nullable(),
  right: exchangeSummarySchema.nullable(),
  /** The comparison in one line. */
  text: z.string(),
});
export type PairRow = z.infer<typeof pairRowSchema>;

const translationDifferenceSchema = z.object({
  kind: z.enum(differenceKinds),
  pointer: z.string(),
  /** As recorded, and by the present rules. */
  left: valueTextSchema,
  right: valueTextSchema,
  /** The mapping rules that make it. */
  rules: z.array(z.string()),
});

const findingPlaceSchema = z.object({ code: z.string(), pointer: z.string(), message: z.string() });

/** What the present rules and metric table would change in one exchange. */
export const retranslatedExchangeSchema = z.object({
  differences: z.array(translationDifferenceSchema),
  omitted: z.int(),
  newFindings: z.array(findingPlaceSchema),
  goneFindings: z.array(findingPlaceSchema),
});
export type RetranslatedExchange = z.infer<typeof retranslatedExchangeSchema>;

/** What came of translating a session again by the present rules and metric table. */
export const retranslationSchema = z.object({
  session: z.string(),
  totals: z.object({
    total: z.int(),
    same: z.int(),
    changed: z.int(),
    unrecorded: z.int(),
    untranslated: z.int(),
  }),
  /** By mapping rule, null gathering what belongs to none; those that change most exchanges first. */
  rules: z.array(
    z.object({
      group: z.int(),
      rule: z.string().nullable(),
      note: z.string(),
      exchanges: z.int(),
      differences: z.int(),
      example: translationDifferenceSchema.optional(),
    }),
  ),
  findings: z.array(z.object({ group: z.int(), code: z.string(), come: z.int(), gone: z.int() })),
});
export type RetranslationView = z.infer<typeof retranslationSchema>;

export const retranslatedRowSchema = z.object({ exchange: exchangeSummarySchema.nullable(), text: z.string() });
export type RetranslatedRow = z.infer<typeof retranslatedRowSchema>;
