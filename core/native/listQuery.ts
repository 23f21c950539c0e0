import { z } from "zod";

/**
 * Query of the native lists `GET /v1/profiles` and `GET /v1/events` (assumed): newest first, `after` is the id of the last row seen.
 * Filters are exact matches.
 */
const page = { limit: z.coerce.number().int().min(1).max(100).default(20), after: z.string().optional() };

export const profileListQuerySchema = z.object({
  ...page,
  email: z.string().optional(),
  phone: z.string().optional(),
  external_id: z.string().optional(),
});
export type ProfileListQuery = z.infer<typeof profileListQuerySchema>;

export const eventListQuerySchema = z.object({
  ...page,
  profile_id: z.string().optional(),
  event_type: z.string().optional(),
});
export type EventListQuery = z.infer<typeof eventListQuerySchema>;

/** Answer to a list: `next` is the `after` of the page that follows, null on the last. */
export interface NativeList<T> {
  readonly data: readonly T[];
  readonly next: string | null;
}
