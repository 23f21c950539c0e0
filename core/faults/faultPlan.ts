/**
 * A plan of faults on purpose: what is to go wrong with which requests, and how often. With the same seed and the same requests in the same order the
 * same ones are hit.
 */

import { z } from "zod";
import { faultMessage } from "../faultMessage.ts";
import { endpointIds } from "../klaviyo/endpoints.ts";
import { isNativeErrorCode, nativeErrors } from "../native/nativeError.ts";
import { filterFault } from "./requestFilter.ts";

/** At most an hour: a client that waits longer has given up. */
const milliseconds = z.int().min(0).max(3_600_000);
const seconds = z.number().min(0).max(86_400);
const share = z.number().gt(0).max(1);

const refusalStatuses = [401, 403, 429, 500, 502, 503, 504] as const;
/** A native error, or no answer at all. */
const nativeFaults = [...Object.keys(nativeErrors).filter(isNativeErrorCode), "unreachable", "timed-out"] as const;

/** What goes wrong. */
export const faultSchema = z.discriminatedUnion("kind", [
  /** The answer comes `ms` later, and up to `spreadMs` after that. */
  z.strictObject({ kind: z.literal("latency"), ms: milliseconds, spreadMs: milliseconds.optional() }),
  /** The request is refused before anything is done; `retryAfterSeconds` belongs to 429 and 503. */
  z.strictObject({
    kind: z.literal("refuse"),
    status: z.literal(refusalStatuses),
    retryAfterSeconds: z.int().min(1).max(86_400).optional(),
  }),
  /**
   * The connection is reset. `request`: nothing was done. `answer`: all was done and nothing is answered, so that a client that tries again repeats
   * itself. `half`: in the middle of the answer's bytes. `end`: right after the last one.
   */
  z.strictObject({ kind: z.literal("reset"), at: z.enum(["request", "answer", "half", "end"]) }),
  z.strictObject({ kind: z.literal("drip"), bytesPerSecond: z.int().min(1).max(1_000_000) }),
  /** The status is right and the body is not: cut off in the middle, an HTML page, nothing, or JSON of another shape. */
  z.strictObject({ kind: z.literal("malform"), body: z.enum(["truncated", "html", "empty", "other-shape"]) }),
  /** Native calls fail, each with this probability: of a bulk request a part. */
  z.strictObject({ kind: z.literal("native"), error: z.enum(nativeFaults), share: share.optional() }),
  /** Carried out twice, as if an earlier attempt had arrived and only its answer been lost; the second answer is the one that counts. */
  z.strictObject({ kind: z.literal("repeat") }),
]);
export type Fault = z.infer<typeof faultSchema>;
export type FaultOf<Kind extends Fault["kind"]> = Extract<Fault, { kind: Kind }>;

/** Which requests; all of them where nothing is said. */
const matchSchema = z.strictObject({
  endpoints: z.array(z.enum(endpointIds)).min(1).optional(),
  /** The fingerprint of a key ("ps_test_#3f9a1c0b77de"), as an exchange shows it. */
  key: z.string().optional(),
  /** The filter language, with what is known before the answer: words of the body, `endpoint:` and `method:`. */
  filter: z
    .string()
    .superRefine((text, context) => {
      const message = filterFault(text);
      if (message !== undefined) context.addIssue({ code: "custom", message });
    })
    .optional(),
});

/** When, of those that match: all conditions hold. Counts are of matching requests, times of seconds since the plan was switched on. */
const whenSchema = z.strictObject({
  probability: share.optional(),
  /** Each n-th. */
  every: z.int().min(1).optional(),
  /** So many pass first. */
  skip: z.int().min(0).optional(),
  /** So many are hit at most. */
  times: z.int().min(1).optional(),
  afterSeconds: seconds.optional(),
  forSeconds: seconds.optional(),
  /** The span of `afterSeconds` and `forSeconds` comes again and again. */
  repeatEverySeconds: z.number().min(1).max(86_400).optional(),
});

const entrySchema = z.strictObject({
  match: matchSchema.optional(),
  when: whenSchema.optional(),
  fault: faultSchema,
});
export type FaultEntry = z.infer<typeof entrySchema>;

export const faultPlanSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  /** 1 where none is given. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .optional(),
  faults: z.array(entrySchema).min(1).max(50),
});
export type FaultPlan = z.infer<typeof faultPlanSchema>;

export type ReadFaultPlan =
  | { readonly ok: true; readonly plan: FaultPlan }
  /** A line for each fault of the plan: its JSON pointer and what is wrong. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads a plan out of JSON text, as a file or an editor has it. */
export function readFaultPlan(text: string): ReadFaultPlan {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, problems: [`This is not JSON: ${faultMessage(error)}.`] };
  }
  const parsed = faultPlanSchema.safeParse(value);
  if (parsed.success) return { ok: true, plan: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map(
      ({ path, message }) => `${path.length === 0 ? "The plan" : `/${path.join("/")}`}: ${message}.`,
    ),
  };
}
