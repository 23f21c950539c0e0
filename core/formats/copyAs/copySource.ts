import type { Headers } from "../../exchange/exchange.ts";
import { isOfConnection } from "../../exchange/headers.ts";

/** A request to write out for another tool. The secret in its authorization is a fingerprint, which the texts replace by a placeholder. */
export interface CopySource {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: Headers;
  /** Decoded text; "" when there is none. */
  readonly body: string;
}

/** What else a client says of itself: copied, it would be wrong or in the way. */
const ownHeaders: ReadonlySet<string> = new Set(["authorization", "content-encoding", "accept-encoding", "user-agent"]);

/** The headers worth copying, without authorization. */
export function copiedHeaders(headers: Headers): Headers {
  return headers.filter(([name]) => !isOfConnection(name) && !ownHeaders.has(name.toLowerCase()));
}

const schemeName = /^[A-Za-z][A-Za-z0-9-]*$/;

/**
 * The scheme of the authorization header, as it was sent. undefined also for one that is no name: it goes into commands and code beside a variable, where a
 * hostile client's "$(…)" would be run.
 */
export function authorizationScheme(headers: Headers): string | undefined {
  const scheme = headers.find(([name]) => name.toLowerCase() === "authorization")?.[1].split(" ", 1)[0];
  return scheme !== undefined && schemeName.test(scheme) ? scheme : undefined;
}
