import { z } from "zod";
import { verdicts } from "../exchange/compare/compareExchanges.ts";
import { exchangeSummarySchema } from "../exchange/exchange.ts";
import { paceSchema } from "../exchange/replay/pace.ts";
import { nativeTierSchema } from "../native/nativeCall.ts";
import { baseUrlSchema } from "./baseUrl.ts";

/**
 * Where a replay sends. `workbench`: this one, by its present rules and upstream. `url`: a compat API elsewhere. `postscript`: the native API below
 * `baseUrl`, with calls that the present rules make. `klaviyo`: Klaviyo itself.
 */
export const replayTargetSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("workbench") }),
  z.object({ kind: z.literal("url"), baseUrl: baseUrlSchema }),
  z.object({ kind: z.literal("postscript"), baseUrl: baseUrlSchema }),
  z.object({ kind: z.literal("klaviyo") }),
]);
export type ReplayTargetChoice = z.infer<typeof replayTargetSchema>;

export const maxConcurrency = 64;

/** How a session is sent again. The key is none of it: it is never kept. */
export const replaySettingsSchema = z.object({
  target: replayTargetSchema,
  pace: paceSchema,
  /** The longest wait between two requests, in milliseconds; null for no cap. */
  maxIdleMs: z.number().min(0).nullable(),
  concurrency: z.int().min(1).max(maxConcurrency),
  /** In the filter language; "" sends all. */
  filter: z.string(),
});
export type ReplaySettings = z.infer<typeof replaySettingsSchema>;

/** Who a replay reaches. `isElsewhere`: not this machine, so that what is sent there is real. */
export const destinationSchema = z.object({ host: z.string(), isElsewhere: z.boolean(), effect: z.string() });
export type Destination = z.infer<typeof destinationSchema>;

/** A replay without sending. Times are milliseconds; what they leave out is how long answers take. */
export const replayPlanSchema = z.object({
  destination: destinationSchema,
  /** Exchanges that the filter leaves. */
  exchanges: z.int(),
  /** Requests against the limit: native calls where the target is the native API. */
  requests: z.int(),
  durationMs: z.number(),
  durationWithinLimitMs: z.number(),
  busiestMinute: z.int(),
  overLimit: z.int(),
  firstOver: z.object({ request: z.int(), offsetMs: z.number(), minute: z.int() }).nullable(),
  /** Per minute; null for no limit. */
  limit: z.int().nullable(),
  tier: nativeTierSchema,
  /** Whether a key is at hand without one being given: from the environment or the keychain. */
  hasKey: z.boolean(),
  /** Whether a key has to be given or be at hand. */
  needsKey: z.boolean(),
  /** Whether this target was armed for this session since the workbench started. Always so on this machine. */
  isArmed: z.boolean(),
});
export type ReplayPlan = z.infer<typeof replayPlanSchema>;

export const replayTotalsSchema = z.object({
  same: z.int(),
  changed: z.int(),
  failed: z.int(),
  /** Sent before a run was cut off, and without an answer on record. */
  pending: z.int(),
  /** Sent more than once, because a run was cut off before the answer was on disk. */
  again: z.int(),
});
export type ReplayTotals = z.infer<typeof replayTotalsSchema>;

/** A replay, by the session of its answers. */
export const replaySchema = z.object({
  session: z.string(),
  name: z.string(),
  source: z.string(),
  settings: replaySettingsSchema,
  /** How many exchanges it was to send. */
  total: z.int(),
  begunAt: z.string(),
  /** null while it runs, and after it was cancelled or cut off: then it can be resumed. */
  endedAt: z.string().nullable(),
  totals: replayTotalsSchema,
  /** The work of this workbench that it is under way in; null while none is. */
  job: z.string().nullable(),
  /** Whether another process sends it now, such as a command beside this workbench: nobody else can resume it then. */
  isUnderWayElsewhere: z.boolean(),
});
export type Replay = z.infer<typeof replaySchema>;

export const outcomes = [...verdicts, "pending"] as const;
export type ReplayOutcome = (typeof outcomes)[number];

/** One exchange of a replay. */
export const replayResultSchema = z.object({
  /** Place in the replay; cursor of the list. */
  position: z.int(),
  outcome: z.enum(outcomes),
  /** What differs, in a line: "status 202 → 400". */
  summary: z.string(),
  /** How often it was sent; above 1 where a run was cut off before its answer was on disk. */
  sends: z.int(),
  recorded: exchangeSummarySchema
    .pick({ id: true, seq: true, method: true, path: true, status: true, title: true, subject: true })
    .nullable(),
  replayed: exchangeSummarySchema.pick({ id: true, status: true, durationMs: true }).nullable(),
});
export type ReplayResultRow = z.infer<typeof replayResultSchema>;
