import { z } from "zod";
import { exchangeSummarySchema, sessionSchema } from "../exchange/exchange.ts";
import { jobSchema } from "./jobs.ts";
import { settingsSchema } from "./settings.ts";

/** What arrived while recording was paused: shown, and kept in no session. */
export const unkeptSchema = z.object({
  /** Those that can be looked at and kept. */
  exchanges: z.int(),
  /** Older ones that had to make way for them. */
  dropped: z.int(),
});
export type Unkept = z.infer<typeof unkeptSchema>;

/** What the frame shows at all times. */
export const statusSchema = z.object({
  version: z.string(),
  /** Base URL to paste into an integration. */
  compatUrl: z.string(),
  nativeUrl: z.string(),
  dataDir: z.string(),
  /** When this run of the workbench began, ISO 8601: what was under way before is not any more. */
  startedAt: z.string(),
  session: sessionSchema,
  unkept: unkeptSchema,
  /** Grows each time that exchanges were deleted, put back or moved: what was read of them before may not hold any more. */
  removals: z.int(),
  settings: settingsSchema,
  /** Whether a key for the live upstream is at hand (environment or keychain). */
  hasLiveKey: z.boolean(),
  /** Why nothing can be recorded at the moment (a full disk, for example), and what to do; null while all is well. */
  recordingFault: z.string().nullable(),
  /** So many exchanges are to be indexed before the searches that wait are answered; 0 when none waits. */
  unsearched: z.int(),
  /** What a person should know of this start: a database set aside, for example. */
  notices: z.array(z.string()),
});
export type Status = z.infer<typeof statusSchema>;

/**
 * What the host pushes. A stream starts with one `status` and one `jobs`; `recorded` carries, as the event's id, the position of its last exchange,
 * so that a client that resumes after that id gets each later exchange once.
 */
export const hostEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("status"), status: statusSchema }),
  /** `session` is the one that is recorded into, as it is now, and so is `unkept`: a client counts nothing itself. */
  z.object({
    type: z.literal("recorded"),
    exchanges: z.array(exchangeSummarySchema),
    session: sessionSchema,
    unkept: unkeptSchema,
  }),
  /** The native calls of a bulk exchange went on. */
  z.object({ type: z.literal("progressed"), id: z.string(), nativeCalls: z.int(), nativePending: z.int() }),
  z.object({ type: z.literal("sandbox-changed") }),
  /** All long work as it stands now, the newest first. */
  z.object({ type: z.literal("jobs"), jobs: z.array(jobSchema) }),
]);
export type HostEvent = z.infer<typeof hostEventSchema>;
