/**
 * Glossary.
 *
 * Exchange: one request on the compat surface with its translation, the native calls it caused and the answer that went back.
 * Session: a named, ordered list of exchanges. Surface: a set of HTTP endpoints (compat or native).
 * Rule: one row of the mapping. Provenance: which rule carried which field where. Finding: what a person should know of a field.
 */
import { z } from "zod";
import { findingSchema } from "../translation/finding.ts";

/** A body as it was on the wire: its exact text, or base64 where the bytes are not UTF-8. */
export const bodySchema = z.union([z.string(), z.object({ base64: z.string() })]);
export type Body = z.infer<typeof bodySchema>;

/** Header lines in the order and case in which they came; a name may repeat. Secrets are fingerprints. */
export const headersSchema = z.array(z.tuple([z.string(), z.string()]));
export type Headers = z.infer<typeof headersSchema>;

/** How an exchange came to be. */
export const origins = ["captured", "composed", "replayed", "imported"] as const;
export type Origin = (typeof origins)[number];

export const requestSchema = z.object({
  method: z.string(),
  /** Path and query exactly as sent. */
  path: z.string(),
  headers: headersSchema,
  body: bodySchema,
});
export type ExchangeRequest = z.infer<typeof requestSchema>;

/** An answer of a target or a native API stands without its content codings, and without the headers that told of them. */
export const responseSchema = z.object({ status: z.int(), headers: headersSchema, body: bodySchema });

/** One native call and its answer; `response` is null while it is under way or when none came. */
const nativeExchangeSchema = z.object({
  request: requestSchema,
  response: responseSchema.nullable(),
  durationMs: z.number(),
});

/** The full record. `at` is ISO 8601 with milliseconds, UTC; `durationMs` runs from the last byte in to the answer ready. */
export const exchangeSchema = z.object({
  id: z.string(),
  session: z.string(),
  /** Position in its session, from 1. */
  seq: z.int(),
  at: z.string(),
  origin: z.enum(origins),
  /** The exchange this one was edited or replayed from. */
  parent: z.string().nullable(),
  /** One of the four endpoints, or the resource an unsupported request asked for ("lists"). */
  endpoint: z.string(),
  request: requestSchema,
  native: z.array(nativeExchangeSchema),
  /** null when the client went away before it could be answered, when a target never answered, and when a file tells of no answer. */
  response: responseSchema.nullable(),
  findings: z.array(findingSchema),
  durationMs: z.number(),
});
export type Exchange = z.infer<typeof exchangeSchema>;

/** What a list row needs, without bodies. */
export const exchangeSummarySchema = exchangeSchema
  .pick({ id: true, session: true, seq: true, at: true, origin: true, parent: true, endpoint: true, durationMs: true })
  .extend({
    /** Place in the order of recording over all sessions: grows by one with each exchange, never reused. Cursor of lists and of the stream. */
    position: z.int(),
    method: z.string(),
    path: z.string(),
    status: z.int().nullable(),
    /** First line of a row: the metric, the person, "1,000 events", or, where nothing of a request could be read, the title of the error. */
    title: z.string(),
    /** Second line of a row: the profile; of a refused request the error and its pointer; the alternative to an unsupported call. */
    subject: z.string(),
    requestBytes: z.int(),
    nativeCalls: z.int(),
    /** Native calls that a bulk request still has to make; 0 when it is complete. */
    nativePending: z.int(),
    /** How many findings of each kind. */
    findings: z.object({ lost: z.int(), changed: z.int(), assumed: z.int(), advice: z.int(), refused: z.int() }),
    /** Whether a fault on purpose touched it: without an answer, its connection was reset. */
    isFaulted: z.boolean(),
    /** How many leaves the request had, and how many of them arrived natively: the fidelity figure. */
    leaves: z.int(),
    leavesMapped: z.int(),
  });
export type ExchangeSummary = z.infer<typeof exchangeSummarySchema>;

export const sessionSchema = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string(),
  /** Words to find it by. */
  tags: z.array(z.string()),
  createdAt: z.string(),
  exchanges: z.int(),
  bytes: z.int(),
  /** How many exchanges a limit has taken out of it; absent where that is not known. */
  dropped: z.int().optional(),
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
});
export type Session = z.infer<typeof sessionSchema>;

/** The session of exchanges that arrived while recording was paused: no list of sessions has it. */
export const unkeptSession = "unkept";
