import { z } from "zod";

/** The four panes of an exchange, in the order in which data flows through it. */
export const panes = ["klaviyo-request", "native-request", "native-response", "klaviyo-response"] as const;
export const paneSchema = z.enum(panes);
export type Pane = z.infer<typeof paneSchema>;

/** A field of an exchange. In the native panes `pointer` starts with the index of the call: "/0/profile/email" is in the body of call 0. */
export const placeSchema = z.object({ pane: paneSchema, pointer: z.string() });
export type Place = z.infer<typeof placeSchema>;

/**
 * One step of a value through an exchange, from the pane before to the pane after, and the id of the rule that took it there. Of a step of structure (a
 * `type`, an empty object) `to` is the object that it belongs to, of which no member came from it.
 */
export const linkSchema = z.object({
  from: placeSchema,
  to: placeSchema,
  rule: z.string(),
  isStructure: z.literal(true).optional(),
});
export type Link = z.infer<typeof linkSchema>;
