import { type ScheduleOptions, schedule } from "./pace.ts";

const minuteMs = 60_000;

export interface DryRunOptions extends ScheduleOptions {
  /** Requests that the target takes in any 60 seconds; null for no limit. */
  readonly perMinute: number | null;
}

/** What a replay would be, without sending anything. Times are milliseconds from its start and leave out how long answers take. */
export interface DryRun {
  readonly requests: number;
  /** When the last request is sent; 0 as fast as possible. */
  readonly durationMs: number;
  /** The same where the replay waits whenever the limit is reached. */
  readonly durationWithinLimitMs: number;
  /** The most requests in any 60 seconds. */
  readonly busiestMinute: number;
  /** How many requests would be refused if they went out on time: a sliding minute that is full already. Refused ones do not fill it. */
  readonly overLimit: number;
  /** The first of them: its number, from 1, when it goes out, and the minute of the replay, from 1, that this is in. */
  readonly firstOver: { readonly request: number; readonly offsetMs: number; readonly minute: number } | null;
}

/** The latest moments, as many as a limit: what came that many requests ago is always at hand. */
class Window {
  readonly #moments: number[] = [];
  readonly #size: number;
  #count = 0;

  constructor(size: number) {
    this.#size = size;
  }

  /** When the request was sent that came as many requests ago as the limit allows in a minute. */
  get oldest(): number {
    return this.#count < this.#size ? Number.NEGATIVE_INFINITY : (this.#moments[this.#count % this.#size] ?? 0);
  }

  add(moment: number): void {
    this.#moments[this.#count % this.#size] = moment;
    this.#count += 1;
  }
}

/** Plans a replay: how many requests, how long, and how many against a limit per minute (sliding, as Postscript's tiers are). */
export function dryRun(times: Iterable<string>, { perMinute, ...options }: DryRunOptions): DryRun {
  const admitted = perMinute === null ? undefined : new Window(perMinute);
  const waiting = perMinute === null ? undefined : new Window(perMinute);
  const recent: number[] = [];
  let firstRecent = 0;
  let durationMs = 0;
  let durationWithinLimitMs = 0;
  let busiestMinute = 0;
  let overLimit = 0;
  let firstOver: DryRun["firstOver"] = null;
  for (const offsetMs of schedule(times, options)) {
    recent.push(offsetMs);
    while ((recent[firstRecent] ?? 0) <= offsetMs - minuteMs) firstRecent++;
    busiestMinute = Math.max(busiestMinute, recent.length - firstRecent);
    durationMs = offsetMs;
    durationWithinLimitMs = Math.max(
      durationWithinLimitMs,
      offsetMs,
      (waiting?.oldest ?? Number.NEGATIVE_INFINITY) + minuteMs,
    );
    waiting?.add(durationWithinLimitMs);
    if (admitted && offsetMs - admitted.oldest < minuteMs) {
      overLimit += 1;
      firstOver ??= { request: recent.length, offsetMs, minute: Math.floor(offsetMs / minuteMs) + 1 };
    } else admitted?.add(offsetMs);
  }
  return { requests: recent.length, durationMs, durationWithinLimitMs, busiestMinute, overLimit, firstOver };
}
