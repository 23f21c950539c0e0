import type { Headers } from "./exchange.ts";

/** The value of a header; the values of a repeated one joined as HTTP reads them. `name` is in lower case. */
export function headerValue(headers: Headers, name: string): string | undefined {
  let found: string | undefined;
  for (const [line, value] of headers) {
    if (line.length !== name.length || line.toLowerCase() !== name) continue;
    found = found === undefined ? value : `${found}, ${value}`;
  }
  return found;
}

/** The value of a header line, the first one if it repeats. `name` is in lower case. */
export function firstHeader(headers: Headers, name: string): string | undefined {
  return headers.find(([line]) => line.toLowerCase() === name)?.[1];
}

const ownHeaders: ReadonlySet<string> = new Set([
  "host",
  "content-length",
  "connection",
  "keep-alive",
  "proxy-connection",
  "transfer-encoding",
  "te",
  "trailer",
  "upgrade",
  "expect",
]);

/** Whether a header is of one connection (RFC 9110, 7.6.1), one host or the length of one body: whoever sends a request again makes its own. */
export function isOfConnection(name: string): boolean {
  return ownHeaders.has(name.toLowerCase());
}
