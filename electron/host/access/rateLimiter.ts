import { RequestLog } from "./requestLog.ts";

/** Where a key stands after a request. `resetSeconds`: when the oldest counted request leaves the window (assumed meaning of "until the window resets"). */
export interface RateState {
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

export type RateDecision = { readonly allowed: boolean; readonly state: RateState };

const windowMs = 60_000;

/**
 * The sliding window of a minute for each key, exact to the millisecond. Refused requests do not count (assumed). Memory is bounded by the requests
 * admitted within the last minute: keys idle for longer are swept.
 */
export class RateLimiter {
  readonly #logs = new Map<string, RequestLog>();
  readonly #now: () => number;
  #sweptAt: number;

  /** `now` counts milliseconds and never goes back. */
  constructor(now: () => number) {
    this.#now = now;
    this.#sweptAt = now();
  }

  /** Counts a request of `key`, if the limit leaves room for it. */
  take(key: string, limit: number): RateDecision {
    const now = this.#now();
    this.#sweep(now);
    const log = this.#logOf(key, now);
    const allowed = log.size < limit;
    if (allowed) log.add(now);
    return { allowed, state: stateOf(log, limit, now) };
  }

  /** Where `key` stands, counting nothing; without a key, an untouched window. */
  peek(key: string | undefined, limit: number): RateState {
    const log = key === undefined ? undefined : this.#logs.get(key);
    if (!log) return { limit, remaining: limit, resetSeconds: 0 };
    const now = this.#now();
    log.dropUntil(now - windowMs);
    return stateOf(log, limit, now);
  }

  #logOf(key: string, now: number): RequestLog {
    let log = this.#logs.get(key);
    if (!log) {
      log = new RequestLog();
      this.#logs.set(key, log);
    }
    log.dropUntil(now - windowMs);
    return log;
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < windowMs) return;
    this.#sweptAt = now;
    for (const [key, log] of this.#logs) {
      log.dropUntil(now - windowMs);
      if (log.size === 0) this.#logs.delete(key);
    }
  }
}

function stateOf(log: RequestLog, limit: number, now: number): RateState {
  const oldest = log.oldest();
  return {
    limit,
    remaining: Math.max(0, limit - log.size),
    resetSeconds: oldest === undefined ? 0 : Math.max(1, Math.ceil((oldest + windowMs - now) / 1000)),
  };
}
