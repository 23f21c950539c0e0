import type { Headers } from "../../../core/exchange/exchange.ts";

/**
 * A page of another origin may make its browser send requests here, as it may to production, but must never read or embed an answer. So: no CORS
 * header, ever, and this pair.
 */
export const isolation: Headers = [
  ["X-Content-Type-Options", "nosniff"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
];
