import { z } from "zod";

const [leastFactor, mostFactor] = [0.01, 1000];
const [leastRate, mostRate] = [0.01, 10_000];

/** How fast a session is sent again. `scaled`: as recorded, `factor` times as fast. `rate`: evenly. */
export const paceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("scaled"), factor: z.number().min(leastFactor).max(mostFactor) }),
  z.object({ kind: z.literal("fast") }),
  z.object({ kind: z.literal("rate"), perSecond: z.number().min(leastRate).max(mostRate) }),
]);
export type Pace = Readonly<z.infer<typeof paceSchema>>;

export type ParsedPace = { readonly ok: true; readonly pace: Pace } | { readonly ok: false; readonly message: string };

function outOf(text: string, least: number, most: number, unit: string): ParsedPace {
  return { ok: false, message: `The pace "${text}" is out of range: it goes from ${least}${unit} to ${most}${unit}.` };
}

/** Reads "recorded", "2x" (twice as fast as recorded), "fast" (as fast as possible) or "20/s". Never throws; `message` says what would fit. */
export function parsePace(text: string): ParsedPace {
  const word = text.trim().toLowerCase();
  if (word === "recorded") return { ok: true, pace: { kind: "scaled", factor: 1 } };
  if (word === "fast") return { ok: true, pace: { kind: "fast" } };
  const [, amount, unit] = /^(\d{1,6}(?:\.\d{1,6})?)(x|\/s)$/.exec(word) ?? [];
  if (amount === undefined) {
    const shown = JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
    return { ok: false, message: `${shown} is no pace. Write recorded, fast, a factor (2x) or a rate (20/s).` };
  }
  const number = Number(amount);
  if (unit === "x") {
    const isInRange = number >= leastFactor && number <= mostFactor;
    return isInRange
      ? { ok: true, pace: { kind: "scaled", factor: number } }
      : outOf(word, leastFactor, mostFactor, "x");
  }
  const isInRange = number >= leastRate && number <= mostRate;
  return isInRange ? { ok: true, pace: { kind: "rate", perSecond: number } } : outOf(word, leastRate, mostRate, "/s");
}

export interface ScheduleOptions {
  readonly pace: Pace;
  /** The longest wait between two requests, in milliseconds as it passes (after scaling); no cap when left out. */
  readonly maxIdleMs?: number;
}

/**
 * When to send each request, in milliseconds from the start, never descending. `times` are the recorded ones (ISO 8601) in the order of sending; one that
 * cannot be read, or that lies before the one ahead of it, is sent at once after that.
 */
export function* schedule(
  times: Iterable<string>,
  { pace, maxIdleMs = Number.POSITIVE_INFINITY }: ScheduleOptions,
): Generator<number, void, undefined> {
  let offset = 0;
  let sent = 0;
  let latest: number | undefined;
  for (const text of times) {
    const time = Date.parse(text);
    if (pace.kind === "rate") offset = (sent * 1000) / pace.perSecond;
    else if (pace.kind === "scaled" && latest !== undefined && time > latest) {
      offset += Math.min((time - latest) / pace.factor, maxIdleMs);
    }
    if (!Number.isNaN(time) && (latest === undefined || time > latest)) latest = time;
    sent += 1;
    yield offset;
  }
}

/** Milliseconds that the pace makes up for: what the timers of a busy machine are late by. */
const madeUpMs = 100;

/**
 * The start that the rest of a schedule counts from, once a request that was due `offset` after `started` goes at `now`. One that was held up for longer, by a
 * slow target or a machine that slept, moves all that follow it; they would go in one burst otherwise. Milliseconds.
 */
export function heldUpStart(started: number, offset: number, now: number): number {
  return Math.max(started, now - offset - madeUpMs);
}
