import type { NativeTier } from "./nativeCall.ts";

/** Requests per minute and API key over a sliding window, on both surfaces; null is no limit. Source: Postscript, rate limiting. */
export const tierLimits: Record<NativeTier, number | null> = {
  standard: 700,
  high_volume: 1400,
  partner: 3500,
  off: null,
};
