import { z } from "zod";
import { type Session, sessionSchema } from "../../exchange/exchange.ts";

/**
 * The portable session file: JSON lines, UTF-8, "\n" after each. First a header, then one exchange a line, then an end line with their count, so that a
 * file that was cut short does not pass for a small session.
 */
export const sessionFormatName = "compat-workbench-session";

/** Grows when a file can no longer be read by a program that knows the version before. New members alone do not need it. */
export const sessionVersion = 1;

/** The longest line that is held, in UTF-16 units: an exchange with all its native calls. A few bytes of a packed file may stand for far more than memory holds. */
export const longestSessionLine = 256 * 1024 * 1024;

export const sessionHeaderSchema = z.object({
  format: z.literal(sessionFormatName),
  version: z.literal(sessionVersion),
  /** Version of the program that wrote the file. */
  program: z.string(),
  /** ISO 8601 UTC. */
  exportedAt: z.string(),
  session: sessionSchema,
});
export type SessionHeader = z.infer<typeof sessionHeaderSchema>;

export const sessionEndSchema = z.object({ end: z.object({ exchanges: z.int() }) });

/** What the header line says besides what every file of this version says. */
export interface SessionOrigin {
  readonly session: Session;
  readonly version: string;
  readonly now: string;
}
