import type { Body, Exchange, ExchangeRequest, Headers } from "../../exchange/exchange.ts";
import { isOfConnection } from "../../exchange/headers.ts";
import { type KeyedText, type KeyNames, keyedText } from "./keys/keyedText.ts";

/** A request as another tool is to send it: the same bytes, with keys as variables and without what belongs to one connection. */
export interface SentRequest {
  readonly method: string;
  readonly path: KeyedText;
  readonly headers: readonly (readonly [string, KeyedText])[];
  readonly body: Body;
}

/** Whether a header line of a record says something to any server it is sent to. */
export function isSentHeader([name]: readonly [string, string]): boolean {
  // The answer is to be compared as text, whatever codings the recorded client took.
  return !isOfConnection(name) && name.toLowerCase() !== "accept-encoding" && !name.startsWith(":");
}

/** Names as HTTP has them (RFC 9110, token). Others come only from files, and mean something else to a tool: curl reads "@name" from a file. */
const headerName = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

function sentHeaders(headers: Headers): Headers {
  return headers.filter((line) => isSentHeader(line) && headerName.test(line[0]));
}

/** A client's request with its keys as variables. */
function withKeys({ method, path, headers, body }: ExchangeRequest, keys: KeyNames): SentRequest {
  return {
    method,
    path: keyedText(path, keys),
    headers: sentHeaders(headers).map(([name, value]) => [name, keyedText(value, keys)] as const),
    body,
  };
}

/**
 * The Klaviyo request of an exchange. A key that was refused (401) stays its fingerprint, which no server accepts either: with a good key the answer
 * would be another.
 */
export function sentRequest({ request, response }: Exchange, keys: KeyNames): SentRequest {
  if (response?.status !== 401) return withKeys(request, keys);
  const { method, path, headers, body } = request;
  return { method, path, headers: sentHeaders(headers), body };
}

/** A native request of an exchange: it carries the key of the workbench, which was the client's own in the sandbox. */
export function sentNativeRequest(request: ExchangeRequest, keys: KeyNames): SentRequest {
  return withKeys(request, keys);
}
