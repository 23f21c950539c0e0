import type { Headers } from "../../../core/exchange/exchange.ts";
import type { NativeTier } from "../../../core/native/nativeCall.ts";
import { tierLimits } from "../../../core/native/tiers.ts";
import type { RateLimiter, RateState } from "./rateLimiter.ts";

/** The limit of the tier in force, over both surfaces. A state is undefined while limits are off: then there is nothing to state. */
export interface RateGate {
  /** Counts a request and says whether the limit admits it. */
  take(property: string): { readonly isAdmitted: boolean; readonly state: RateState | undefined };
  /** Counts nothing; a caller that is not known sees an untouched window. */
  peek(property: string | undefined): RateState | undefined;
}

export function createRateGate(limiter: RateLimiter, tier: () => NativeTier): RateGate {
  return {
    take(property) {
      const limit = tierLimits[tier()];
      if (limit === null) return { isAdmitted: true, state: undefined };
      const { allowed, state } = limiter.take(property, limit);
      return { isAdmitted: allowed, state };
    },
    peek(property) {
      const limit = tierLimits[tier()];
      return limit === null ? undefined : limiter.peek(property, limit);
    },
  };
}

/** Postscript documents these three for every response; Klaviyo's composite form gives way to them. */
export function rateHeaders(state: RateState | undefined): Headers {
  if (!state) return [];
  return [
    ["RateLimit-Limit", String(state.limit)],
    ["RateLimit-Remaining", String(state.remaining)],
    ["RateLimit-Reset", String(state.resetSeconds)],
  ];
}
