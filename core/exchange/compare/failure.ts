import type { Exchange } from "../exchange.ts";

/**
 * How an exchange has no usable answer. `no-answer`: none came. `server-error`: its status is 500 or above, which is also what a transport failure on the
 * native side amounts to. `native-unanswered`: it was answered, and one of its native calls was not.
 */
export const failures = ["no-answer", "server-error", "native-unanswered"] as const;
export type Failure = (typeof failures)[number];

/** undefined for an exchange that was answered, also with a refusal, and for an imported request: that no answer is on record says nothing of how it went. */
export function failureOf({
  origin,
  response,
  native,
}: Pick<Exchange, "origin" | "response" | "native">): Failure | undefined {
  if (response === null) return origin === "imported" ? undefined : "no-answer";
  if (response.status >= 500) return "server-error";
  return native.some((call) => call.response === null) ? "native-unanswered" : undefined;
}
