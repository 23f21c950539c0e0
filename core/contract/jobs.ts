/**
 * Work on whole sessions that takes longer than a person waits. It goes on in the host whether or not a window is open, and its record stays until somebody
 * dismisses it or the workbench ends.
 */
import { z } from "zod";
import { replayTotalsSchema } from "./replay.ts";

/** Where the page sends a file that is to be imported: a POST of its bytes, with `?name=`. */
export const importPath = "/imports";

/** `stopping` is between the wish to cancel and the end of the work. */
const jobStates = ["running", "paused", "stopping", "done", "failed", "cancelled"] as const;

const placeSchema = z.object({ place: z.string(), reason: z.string() });

/** How many values of a kind of personal data were masked, and in how many places. */
export const maskedCountSchema = z.object({
  kind: z.string(),
  /** What becomes of them, as a sentence. */
  what: z.string(),
  values: z.int(),
  places: z.int(),
});

/** A session that was made or changed. */
const sessionResult = z.object({ session: z.string(), exchanges: z.int() });

export const exportResultSchema = z.object({
  /** Of the download, whose address ends with the id of the job. */
  fileName: z.string(),
  bytes: z.int(),
  exchanges: z.int(),
  /** null where nothing was masked. */
  masked: z.array(maskedCountSchema).nullable(),
});

/** What each kind of work ends with; a new kind is a row here and a row in `jobSchema`. */
const resultSchemas = {
  import: z.object({
    session: z.string(),
    exchanges: z.int(),
    /** What could not be understood, and what may not be read as it was meant: the first ones, and how many there are. */
    skipped: z.array(placeSchema),
    skippedCount: z.int(),
    noted: z.array(placeSchema),
    notedCount: z.int(),
  }),
  compare: z.object({ left: z.string(), right: z.string() }),
  retranslate: z.object({ session: z.string() }),
  export: exportResultSchema,
  replay: z.object({
    /** That of the answers. */
    session: z.string(),
    totals: replayTotalsSchema,
    /** The answers of the run that this one repeats, to learn noise from both; null for any other replay. */
    twin: z.string().nullable(),
  }),
  /** Of one session or several into a new one. */
  copy: sessionResult,
  /** `session` is the new part. */
  split: sessionResult,
  /** The way back from a split; `session` is the whole. */
  join: sessionResult,
};

const factsSchema = z.object({
  id: z.string(),
  /** What is done to what, for a person: "Import of shop.har". */
  label: z.string(),
  /** The session that the work reads; null where it reads none. */
  session: z.string().nullable(),
  /** The host that it sends to where that is not this machine, so that what is sent is real; null otherwise. */
  live: z.string().nullable(),
  state: z.enum(jobStates),
  canPause: z.boolean(),
  /** Exchanges that are done, and all there are where that is known. */
  done: z.int(),
  total: z.int().nullable(),
  /** How much is done, from 0 to 1, where that is known. */
  fraction: z.number().nullable(),
  startedAt: z.string(),
  /** Milliseconds that it ran, pauses left out. */
  ranMs: z.int(),
  /** Why it failed: what happened, what was kept, what to do. */
  message: z.string().nullable(),
});

const jobOf = <Kind extends JobKind, Result extends z.ZodType>(kind: Kind, result: Result) =>
  factsSchema.extend({
    kind: z.literal(kind),
    /** Present once it is done; also after a cancel, where something was kept. */
    result: result.nullable(),
  });

export type JobKind = keyof typeof resultSchemas;
export type JobResult<Kind extends JobKind> = z.infer<(typeof resultSchemas)[Kind]>;

export const jobSchema = z.discriminatedUnion("kind", [
  jobOf("import", resultSchemas.import),
  jobOf("export", resultSchemas.export),
  jobOf("replay", resultSchemas.replay),
  jobOf("copy", resultSchemas.copy),
  jobOf("split", resultSchemas.split),
  jobOf("join", resultSchemas.join),
  jobOf("compare", resultSchemas.compare),
  jobOf("retranslate", resultSchemas.retranslate),
]);
export type Job = z.infer<typeof jobSchema>;
export type JobOf<Kind extends JobKind> = Extract<Job, { kind: Kind }>;
export type JobFacts = z.infer<typeof factsSchema>;

/** Whether the work goes on. */
export function isUnderWay({ state }: Pick<JobFacts, "state">): boolean {
  return state === "running" || state === "paused" || state === "stopping";
}
