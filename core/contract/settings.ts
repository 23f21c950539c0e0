import { z } from "zod";
import { ruleSetSchema } from "../exchange/compare/ruleSet.ts";
import { faultPlanSchema } from "../faults/faultPlan.ts";
import { nativeTierSchema } from "../native/nativeCall.ts";
import { baseUrlSchema } from "./baseUrl.ts";

export const scopes = ["events:read", "events:write", "profiles:read", "profiles:write"] as const;
export const scopeSchema = z.enum(scopes);
export type Scope = z.infer<typeof scopeSchema>;

/** Where native calls go: the sandbox in this workbench, or the native API below `baseUrl`. */
export const upstreamSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sandbox") }),
  z.object({ kind: z.literal("live"), baseUrl: baseUrlSchema }),
]);
export type Upstream = z.infer<typeof upstreamSchema>;

/** A key the workspace defines. With at least one defined, every other key is refused. The key itself is never stored. */
export const workspaceKeySchema = z.object({
  fingerprint: z.string(),
  name: z.string(),
  scopes: z.array(scopeSchema),
});
export type WorkspaceKey = z.infer<typeof workspaceKeySchema>;

/** While it is paused, traffic is answered and shown, and kept in no session. */
export const recordingSchema = z.enum(["on", "paused"]);

const limit = z.int().min(1).nullable();

/** How much is kept; null sets no limit. The oldest exchanges go first, and a session says how many went. */
export const retentionSchema = z.object({
  /** Whether the limits hold for each session, or for all of them together. */
  scope: z.enum(["each", "all"]),
  exchanges: limit,
  days: limit,
  /** Of 1,048,576 bytes, as sessions count theirs. */
  megabytes: limit,
});
export type Retention = z.infer<typeof retentionSchema>;

export const noRetention: Retention = { scope: "each", exchanges: null, days: null, megabytes: null };

/** Whether anything is limited. */
export function isLimited({ exchanges, days, megabytes }: Retention): boolean {
  return exchanges !== null || days !== null || megabytes !== null;
}

export const settingsSchema = z.object({
  recording: recordingSchema,
  retention: retentionSchema,
  upstream: upstreamSchema,
  rateLimit: nativeTierSchema,
  /** Metric name → event type, before the rule. */
  metrics: z.record(z.string(), z.string()),
  /** Which differences between two exchanges mean nothing, beside the default rules. */
  equivalence: ruleSetSchema,
  keys: z.array(workspaceKeySchema),
  /** What goes wrong on purpose; null for nothing. */
  faults: faultPlanSchema.nullable(),
  appearance: z.enum(["light", "dark", "auto"]),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  recording: "on",
  retention: noRetention,
  upstream: { kind: "sandbox" },
  rateLimit: "standard",
  metrics: {},
  equivalence: { rules: [], disabled: [] },
  keys: [],
  faults: null,
  appearance: "auto",
};

export const defaultLiveBaseUrl = "https://api.postscript.io/v1";
