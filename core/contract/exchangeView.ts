import { z } from "zod";
import { exchangeSummarySchema, headersSchema, requestSchema, responseSchema } from "../exchange/exchange.ts";
import { findingSchema } from "../translation/finding.ts";
import { linkSchema } from "../translation/link.ts";

/** A pane shows no more of a body: 1 MiB of text is beyond reading, and the whole of it is in the record. */
export const maxPaneCharacters = 1024 * 1024;

/** Body text as a pane shows it: decoded from its content coding; cut after `maxPaneCharacters`, and then `truncated`. */
export const paneTextSchema = z.object({
  text: z.string(),
  truncated: z.boolean(),
  bytes: z.int(),
  binary: z.boolean(),
});
export type PaneText = z.infer<typeof paneTextSchema>;

const relatedSchema = exchangeSummarySchema.pick({
  id: true,
  session: true,
  at: true,
  origin: true,
  status: true,
  title: true,
});
export type RelatedExchange = z.infer<typeof relatedSchema>;

/** An exchange without its items: what stays the same whichever item of a bulk request is looked at. */
export const exchangeHeadSchema = z.object({
  summary: exchangeSummarySchema,
  request: requestSchema.omit({ body: true }),
  response: responseSchema.omit({ body: true }).nullable(),
  /** How many items a bulk request has; 1 otherwise. */
  items: z.int(),
  /** What a person wrote beside it; "" where there is nothing. */
  note: z.string(),
  /** The exchange that it was edited or replayed from; null where there is none, and where that was deleted. */
  parent: relatedSchema.nullable(),
  /** What it was edited or replayed into, the oldest first. */
  children: z.array(relatedSchema),
});
export type ExchangeHead = z.infer<typeof exchangeHeadSchema>;

/**
 * One native call of an item, or of a call that items share the part that one event became. `index` counts the native calls of the exchange and starts
 * the pointers of its panes.
 */
export const nativeCallViewSchema = z.object({
  index: z.int(),
  /** false for a call that the present rules make of the request and that nobody is known to have made. */
  isMade: z.boolean(),
  method: z.string(),
  path: z.string(),
  requestHeaders: headersSchema,
  requestBody: paneTextSchema,
  /** Pointer of the shown part within the request body: "" or, for one event of a bulk call, "/events/17". */
  requestPointer: z.string(),
  status: z.int().nullable(),
  responseHeaders: headersSchema,
  responseBody: paneTextSchema,
  durationMs: z.number(),
});
export type NativeCallView = z.infer<typeof nativeCallViewSchema>;

/** The four panes for one item of a bulk request, or for the whole of any other. All pointers count from the whole documents. */
export const exchangeItemSchema = z.object({
  index: z.int(),
  /** Pointer of the shown part within the Klaviyo request: "" unless it is one item of many. */
  requestPointer: z.string(),
  requestBody: paneTextSchema,
  native: z.array(nativeCallViewSchema),
  responseBody: paneTextSchema,
  links: z.array(linkSchema),
  findings: z.array(findingSchema),
});
export type ExchangeItem = z.infer<typeof exchangeItemSchema>;

/** A row in the list of a bulk request's items. */
export const itemSummarySchema = z.object({
  index: z.int(),
  title: z.string(),
  subject: z.string(),
  status: z.int().nullable(),
});
export type ItemSummary = z.infer<typeof itemSummarySchema>;
