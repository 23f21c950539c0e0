import { setTimeout } from "node:timers/promises";
import type { RateLimiter } from "../access/rateLimiter.ts";

/** Waits until `limiter` admits one more request of `key`; at once without a limit. Rejects when `signal` aborts. */
export async function pace(
  limiter: RateLimiter,
  key: string,
  limit: number | null,
  signal: AbortSignal,
): Promise<void> {
  if (limit === null) return;
  for (let decision = limiter.take(key, limit); !decision.allowed; decision = limiter.take(key, limit)) {
    await setTimeout(decision.state.resetSeconds * 1000, undefined, { signal });
  }
}
