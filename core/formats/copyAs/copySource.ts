import type { Headers } from "../../exchange/exchange.ts";

/** A request to write out for another tool. The secret in its authorization is a fingerprint, which the texts replace by a placeholder. */
export interface CopySource {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: Headers;
  /** Decoded text; "" when there is none. */
  readonly body: string;
}

/** Headers that a client makes itself: copied, they would be wrong or in the way. */
const ownHeaders = new Set([
  "host",
  "content-length",
  "content-encoding",
  "transfer-encoding",
  "connection",
  "accept-encoding",
  "user-agent",
  "keep-alive",
  "expect",
]);

/** The headers worth copying, without authorization. */
export function copiedHeaders(headers: Headers): Headers {
  return headers.filter(([name]) => !ownHeaders.has(name.toLowerCase()) && name.toLowerCase() !== "authorization");
}

/** The scheme of the authorization header, as it was sent. */
export function authorizationScheme(headers: Headers): string | undefined {
  const value = headers.find(([name]) => name.toLowerCase() === "authorization")?.[1];
  return value?.split(" ", 1)[0];
}
