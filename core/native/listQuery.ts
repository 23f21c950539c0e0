import { z } from "zod";

/**
 * Query of the native lists `GET /v1/profiles` and `GET /v1/events` (assumed): newest first, `after` is the id of the last row seen.
 * Filters are exact matches, but for the case of an email. The answer is `{data, next}`: `next` is the `after` of the following page, null on the last.
 */
const page = { limit: z.coerce.number().int().min(1).max(100).default(20), after: z.string().optional() };

export const profileListQuerySchema = z.object({
  ...page,
  email: z.string().optional(),
  phone: z.string().optional(),
  external_id: z.string().optional(),
});

export const eventListQuerySchema = z.object({
  ...page,
  profile_id: z.string().optional(),
  event_type: z.string().optional(),
});
