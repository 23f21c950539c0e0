/** What the native API answers (assumed throughout, but for the form of an event's id). Times are ISO 8601 UTC. */
import { z } from "zod";
import { attributesSchema, freeFormSchema } from "./fields.ts";

const text = z.string().nullable();

/** Answer to `POST /v1/events` (201) and `GET /v1/events/{id}`. */
export const eventResourceSchema = z.object({
  /** "evt_…" (documented) */
  id: z.string(),
  event_type: z.string(),
  profile_id: z.string(),
  /** The identifiers that the event was sent with. */
  profile: z.object({ email: text, phone: text, external_id: text }).partial(),
  properties: freeFormSchema,
  idempotency_key: text,
  occurred_at: z.string(),
  created_at: z.string(),
});
export type EventResource = z.infer<typeof eventResourceSchema>;

/** Answer to `POST /v1/profiles` (201), `POST /v1/profiles/upsert` and `GET /v1/profiles/{id}` (200): null when unset. */
export const profileResourceSchema = z.object({
  /** "prof_…" */
  id: z.string(),
  email: text,
  phone: text,
  external_id: text,
  ...attributesSchema.shape,
  /** Custom attributes, those of an upsert included. */
  properties: freeFormSchema,
  created_at: z.string(),
  updated_at: z.string(),
});
export type ProfileResource = z.infer<typeof profileResourceSchema>;

/** Answer to `POST /v1/events/bulk` (202). */
export const bulkEventsResourceSchema = z.object({
  /** "job_…" */
  id: z.string(),
  status: z.enum(["queued", "completed"]),
  accepted: z.int(),
});
export type BulkEventsResource = z.infer<typeof bulkEventsResourceSchema>;
