import type { Headers } from "../../../../core/exchange/exchange.ts";
import { firstHeader, isOfConnection } from "../../../../core/exchange/headers.ts";
import { readAuthorization } from "../../../../core/klaviyo/authorization.ts";
import type { HeaderRow } from "./draft.ts";

const keyHeader = "authorization";

/** What belongs to one body, or holds a secret: a request that is sent again gets its own. */
const ownHeaders: ReadonlySet<string> = new Set([keyHeader, "cookie", "content-encoding", "accept-encoding"]);

export function hasOwnAuthorization(rows: readonly HeaderRow[]): boolean {
  return rows.some(({ name }) => name.trim().toLowerCase() === keyHeader);
}

/** The header lines to send: the key, unless a row says otherwise, and the rows that have a name. */
export function sendHeaders(rows: readonly HeaderRow[], key: string): Headers {
  const named = rows.filter(({ name }) => name.trim() !== "");
  const lines: Headers = named.map(({ name, value }) => [name.trim(), value.trim()]);
  if (hasOwnAuthorization(rows) || key.trim() === "") return lines;
  return [["Authorization", `Klaviyo-API-Key ${key.trim()}`], ...lines];
}

/** What of the headers of another request a draft takes over. */
export function takenHeaders(headers: Headers): Headers {
  return headers.filter(([name]) => !isOfConnection(name) && !ownHeaders.has(name.toLowerCase()));
}

/** The key of a request, where it is one of Postscript's; undefined for none, for another vendor's, for a fingerprint. */
export function keyOf(headers: Headers): string | undefined {
  const value = firstHeader(headers, keyHeader);
  const authorization = readAuthorization(value);
  return authorization.ok ? authorization.key : undefined;
}

export function hasKey(headers: Headers): boolean {
  return headers.some(([name]) => name.toLowerCase() === keyHeader);
}
