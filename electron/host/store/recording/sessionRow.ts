import { z } from "zod";
import { sessionSchema } from "../../../../core/exchange/exchange.ts";

/**
 * Where a session stands. Only those in use are listed; `building` is one that an import or a copy has not finished, `unkept` the one that takes what arrives
 * while recording is paused.
 */
export const sessionStates = { inUse: 0, removed: 1, building: 2, deleting: 3, unkept: 4 } as const;

export const sessionColumns =
  "id, name, note, tags, created_at AS createdAt, exchanges, bytes, dropped, first_at AS firstAt, last_at AS lastAt";

export const sessionRowSchema = sessionSchema.extend({
  tags: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
});
