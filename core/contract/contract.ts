/**
 * Everything the renderer may ask of the host, each call and event once. The host implements it, the renderer's client derives from it;
 * input and output are parsed on both sides.
 *
 * Errors: `NOT_FOUND` (the named thing is gone), `BAD_REQUEST` (input, with the field), `CONFLICT` (the state does not allow it). Messages are
 * user text.
 */

import { eventIterator, oc } from "@orpc/contract";
import { z } from "zod";
import { ruleSetSchema } from "../exchange/compare/ruleSet.ts";
import { exchangeSchema, exchangeSummarySchema, headersSchema, sessionSchema } from "../exchange/exchange.ts";
import { nativeTierSchema } from "../native/nativeCall.ts";
import {
  exchangeComparisonSchema,
  pairRowSchema,
  pairVerdicts,
  partnerSchema,
  relatedSessionSchema,
  retranslatedExchangeSchema,
  retranslatedRowSchema,
  retranslationSchema,
  sessionComparisonSchema,
} from "./comparison.ts";
import { hostEventSchema, statusSchema } from "./events.ts";
import { exchangeHeadSchema, exchangeItemSchema, itemSummarySchema } from "./exchangeView.ts";
import { exportPreviewSchema, exportRequestSchema } from "./exports.ts";
import { jobSchema } from "./jobs.ts";
import {
  outcomes,
  replayPlanSchema,
  replayResultSchema,
  replaySchema,
  replaySettingsSchema,
  replayTargetSchema,
  replayTotalsSchema,
} from "./replay.ts";
import { nativeResourceSchema, propertySchema } from "./sandbox.ts";
import { retentionSchema, scopeSchema, settingsSchema, workspaceKeySchema } from "./settings.ts";
import { textLimits } from "./textLimits.ts";

const errors = {
  NOT_FOUND: { message: "It is no longer there." },
  BAD_REQUEST: { message: "That input does not fit." },
  CONFLICT: { message: "The workbench cannot do that now." },
};
const call = oc.errors(errors);
const id = z.object({ id: z.string() });
const sessionName = z.string().trim().min(1).max(textLimits.sessionName);
/** Work that goes on after the answer. */
const started = z.object({ job: z.string() });
const page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) };
/** A key for the target; "" for none. */
const keySchema = z.string().trim().max(500).default("");
/** The session of the answers, and the work that fills it. */
const startedReplaySchema = z.object({ session: z.string(), job: z.string() });

export const contract = {
  workbench: {
    status: call.output(statusSchema),
    /** The live stream; resumes after the last event id that the client saw. */
    events: call.output(eventIterator(hostEventSchema)),
  },
  exchanges: {
    /** A page of a session, newest first; `before` and `after` are positions, both exclusive; `filter` is the filter language. */
    list: call
      .input(
        z.object({
          session: z.string(),
          filter: z.string().default(""),
          /** With the session that is recorded into, also what arrived while it was paused. */
          withUnkept: z.boolean().default(false),
          before: z.int().optional(),
          after: z.int().optional(),
          limit: z.int().min(1).max(500).default(100),
        }),
      )
      .output(z.object({ exchanges: z.array(exchangeSummarySchema), total: z.int(), hasMore: z.boolean() })),
    get: call.input(id).output(exchangeHeadSchema),
    /** The full record with every body as it was on the wire, for copying, editing and exporting. */
    record: call.input(id).output(exchangeSchema),
    item: call.input(id.extend({ index: z.int().min(0).default(0) })).output(exchangeItemSchema),
    /** The items of a bulk request whose text contains `search`, with how many there are. */
    items: call
      .input(id.extend({ search: z.string().default(""), ...page }))
      .output(z.object({ total: z.int(), items: z.array(itemSummarySchema) })),
    /** Sends a composed request through the compat surface's own handler and records it; answers with the new exchange. */
    send: call
      .input(
        z.object({
          method: z.string(),
          path: z.string(),
          headers: headersSchema,
          body: z.string(),
          parent: z.string().nullable().default(null),
        }),
      )
      .output(id),
    /** Sends a recorded request again, at this workbench as it is now; answers with the child, in the open session. */
    replay: call.input(id).output(id),
    /** Writes a note beside an exchange; "" takes it away. */
    setNote: call.input(id.extend({ note: z.string().max(textLimits.note) })),
  },
  sessions: {
    list: call.output(z.array(sessionSchema)),
    /** Creates a session and records into it from now on. */
    create: call.input(z.object({ name: sessionName })).output(sessionSchema),
    /** Changes what is named; a tag is a word. */
    update: call
      .input(
        id.extend({
          name: sessionName.optional(),
          note: z.string().max(textLimits.note).optional(),
          tags: z.array(z.string().trim().min(1).max(textLimits.tag)).max(textLimits.tags).optional(),
        }),
      )
      .output(sessionSchema),
    /** Makes a session the one that is recorded into. */
    open: call.input(id).output(sessionSchema),
    /** Deletes a session and its exchanges. Deleting the open one opens the one that was recorded into before, or a new one. It can be had back for half a minute. */
    remove: call.input(id).output(z.object({ open: z.string() })),
    restore: call.input(id).output(sessionSchema),
    /** What would be removed now, were these the limits, of sessions that have something to lose. */
    expired: call
      .input(retentionSchema)
      .output(z.array(z.object({ session: z.string(), name: z.string(), exchanges: z.int(), bytes: z.int() }))),
    /** Copies one session, or several in order of time, into a new one. */
    copy: call.input(z.object({ sessions: z.array(z.string()).min(1).max(100), name: sessionName })).output(started),
    /** Moves what fits the filter into a new session. */
    split: call.input(id.extend({ filter: z.string().trim().min(1), name: sessionName })).output(started),
    /** Moves a part back into the session that it was split from. */
    join: call.input(id).output(started),
    /** Puts what arrived while recording was paused into the session that is recorded into. */
    keepUnkept: call.output(z.object({ exchanges: z.int() })),
    clearUnkept: call,
  },
  exports: {
    /** What an export would write of the first exchanges, and what it would mask. */
    preview: call.input(exportRequestSchema).output(exportPreviewSchema),
    /** Exports in the background. */
    start: call.input(exportRequestSchema).output(z.object({ job: z.string() })),
  },
  /** Long work (`jobs.ts`), which other calls start. */
  jobs: {
    list: call.output(z.array(jobSchema)),
    /** Asks the work to end; what it then keeps is the work's to say. */
    cancel: call.input(id),
    pause: call.input(id),
    resume: call.input(id),
    /** Forgets work that has ended, with the file it made. */
    dismiss: call.input(id),
  },
  /** Sessions that are sent again (`replay.ts`). A key is used and never kept. */
  replays: {
    /** What a replay would be, without sending anything. */
    plan: call
      .input(z.object({ session: z.string(), settings: replaySettingsSchema, tier: nativeTierSchema }))
      .output(replayPlanSchema),
    /** A person agreed that this session may go to this target, which is not this machine. It holds until the workbench ends. */
    arm: call.input(z.object({ session: z.string(), target: replayTargetSchema })),
    /** Makes a session for the answers and starts the work; `CONFLICT` where the target is not armed, or has no key. */
    start: call
      .input(z.object({ session: z.string(), settings: replaySettingsSchema, key: keySchema }))
      .output(startedReplaySchema),
    /** Sends what is left of a replay that was cancelled or cut off; `session` is that of its answers. */
    resume: call.input(z.object({ session: z.string(), key: keySchema })).output(startedReplaySchema),
    /**
     * Sends what a finished replay sent once more, at the same target and in the same way; `session` is that of its answers. What differs between both
     * runs is noise. `CONFLICT` as for a start.
     */
    again: call.input(z.object({ session: z.string(), key: keySchema })).output(startedReplaySchema),
    /** The replays of a session, and the one whose answers it holds; the newest first. */
    list: call.input(z.object({ session: z.string() })).output(z.array(replaySchema)),
    /** In the order of sending; `after` is a position, exclusive. */
    results: call
      .input(
        z.object({
          session: z.string(),
          outcome: z.enum(outcomes).optional(),
          after: z.int().default(0),
          limit: page.limit,
        }),
      )
      .output(z.object({ results: z.array(replayResultSchema), totals: replayTotalsSchema, hasMore: z.boolean() })),
  },
  comparison: {
    /** Which exchanges may be meant as the other side: by lineage and likeness, or, with a filter, all that it finds in any session. */
    partners: call
      .input(id.extend({ filter: z.string().default("") }))
      .output(z.object({ partners: z.array(partnerSchema) })),
    /** Two exchanges by the equivalence rules of the workspace; the left one is what is expected. */
    exchanges: call.input(z.object({ left: z.string(), right: z.string() })).output(exchangeComparisonSchema),
    /** The sessions that this one was replayed from, or that were replayed from it or with it, the nearest first. */
    relatedSessions: call.input(z.object({ session: z.string() })).output(z.array(relatedSessionSchema)),
    /** Starts to compare two sessions by the present rules, or answers with the work that did; a job. */
    startSessions: call.input(z.object({ left: z.string(), right: z.string() })).output(id),
    /** Waits for the work; `CONFLICT` where it was cancelled, failed, or is forgotten. */
    sessions: call.input(id).output(sessionComparisonSchema),
    pairs: call
      .input(id.extend({ verdict: z.enum(pairVerdicts).optional(), group: z.int().optional(), ...page }))
      .output(z.object({ total: z.int(), rows: z.array(pairRowSchema) })),
    /** Starts to translate a session again by the present rules and metric table, without sending anything; a job. */
    startRetranslation: call.input(z.object({ session: z.string() })).output(id),
    retranslation: call.input(id).output(retranslationSchema),
    /** The exchanges that would change. */
    retranslated: call
      .input(id.extend({ group: z.int().optional(), ...page }))
      .output(z.object({ total: z.int(), rows: z.array(retranslatedRowSchema) })),
    /** What would change in one exchange. */
    retranslatedExchange: call.input(id).output(retranslatedExchangeSchema),
  },
  sandbox: {
    properties: call.output(z.array(propertySchema)),
    profiles: call
      .input(z.object({ property: z.string(), search: z.string().default(""), ...page }))
      .output(z.object({ total: z.int(), profiles: z.array(nativeResourceSchema) })),
    profile: call
      .input(z.object({ property: z.string(), id: z.string() }))
      .output(z.object({ profile: nativeResourceSchema })),
    /** The timeline of one profile, or of the whole property; newest first. */
    events: call
      .input(z.object({ property: z.string(), profile: z.string().optional(), ...page }))
      .output(z.object({ total: z.int(), events: z.array(nativeResourceSchema) })),
    /** Empties one property, or all. Recorded exchanges stay. */
    reset: call.input(z.object({ property: z.string().optional() })),
  },
  settings: {
    /** Changes the named settings and answers with all. Keys and equivalence rules have calls of their own. */
    update: call.input(settingsSchema.omit({ keys: true, equivalence: true }).partial()).output(settingsSchema),
    /** Puts a set of equivalence rules in the place of the one before. */
    setEquivalence: call.input(ruleSetSchema).output(settingsSchema),
    /** Defines a key with scopes; only its fingerprint is stored. */
    addKey: call
      .input(z.object({ name: z.string().trim().min(1).max(100), key: z.string(), scopes: z.array(scopeSchema) }))
      .output(workspaceKeySchema),
    removeKey: call.input(z.object({ fingerprint: z.string() })),
  },
};
