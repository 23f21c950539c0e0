import type { Body, ExchangeRequest, Headers } from "../../exchange/exchange.ts";
import { bytesMessage, type CurlData, curlData, isData, queryParameter } from "./curlData.ts";
import { curlHeaders } from "./curlHeaders.ts";
import type { CurlArgument, CurlMeaning } from "./curlOptions.ts";
import type { ShellInput } from "./shellCommand.ts";
import { splitAddress } from "./splitAddress.ts";

/** What a curl command sends; `host` is undefined where its address has none. */
export interface CurlRequest extends ExchangeRequest {
  readonly host: string | undefined;
}

export type ReadCurl =
  | { readonly ok: true; readonly request: CurlRequest }
  | { readonly ok: false; readonly message: string };

/** Options whose content is not in the command, or is no body that the API takes. */
const refusals: Partial<Record<CurlMeaning, (value: string) => string>> = {
  form: () => "The command sends a form of several parts (-F), which the API does not take. Send JSON with --data-raw.",
  upload: (value) => `The body is the file ${value}, which a command does not carry. Put it after --data-raw.`,
  config: (value) => `The command reads more options from the file ${value}. Write them into the command.`,
};

function refusal(given: readonly CurlArgument[]): string | undefined {
  for (const { meaning, value } of given) {
    const message = refusals[meaning]?.(value);
    if (message !== undefined) return message;
  }
  return undefined;
}

function methodOf(given: readonly CurlArgument[], hasBody: boolean): string {
  const named = given.findLast((argument) => argument.meaning === "method")?.value;
  if (named) return named.toUpperCase();
  if (given.some((argument) => argument.meaning === "head")) return "HEAD";
  return hasBody ? "POST" : "GET";
}

/** The parameters that options add to the address. */
function addedQuery(given: readonly CurlArgument[], getData: string): CurlData {
  const added: string[] = [];
  for (const argument of given) {
    if (argument.meaning !== "query") continue;
    const parameter = queryParameter(argument);
    if (!parameter.ok) return parameter;
    added.push(parameter.text);
  }
  if (getData !== "") added.push(getData);
  return { ok: true, text: added.join("&") };
}

function withQuery(path: string, query: string): string {
  return query === "" ? path : `${path}${path.includes("?") ? "&" : "?"}${query}`;
}

/** What the options send, whatever the address. */
interface Sending {
  readonly method: string;
  readonly query: string;
  readonly headers: Headers;
  readonly body: Body;
}

type ReadSending = { readonly ok: true; readonly sending: Sending } | { readonly ok: false; readonly message: string };

function readSending(given: readonly CurlArgument[], input: ShellInput | undefined): ReadSending {
  const message = refusal(given);
  if (message !== undefined) return { ok: false, message };
  const data = given.filter(isData);
  const sent = curlData(data, input);
  if (!sent.ok) return sent;
  const isGet = given.some((argument) => argument.meaning === "get");
  if (isGet && typeof sent.body !== "string") return { ok: false, message: bytesMessage };
  const added = addedQuery(given, isGet && typeof sent.body === "string" ? sent.body : "");
  if (!added.ok) return added;
  const hasBody = data.length > 0 && !isGet;
  return {
    ok: true,
    sending: {
      method: methodOf(given, hasBody),
      query: added.text,
      headers: curlHeaders(given, hasBody),
      body: hasBody ? sent.body : "",
    },
  };
}

function sendTo(address: CurlArgument, { method, query, headers, body }: Sending): ReadCurl {
  const { host, path } = splitAddress(address.value);
  const unknown = address.expansions.find((expansion) => path.includes(expansion));
  if (unknown !== undefined) {
    return { ok: false, message: `The shell would replace ${unknown} in the path. Put the value itself in its place.` };
  }
  return { ok: true, request: { host, method, path: withQuery(path, query), headers, body } };
}

/** Each address is sent all options, so that a short text could ask for a boundless number of headers. */
const mostOptionsSent = 1_000_000;
const tooManyMessage =
  "The command sends many options to many addresses, more than is read at once. Write a command for each address.";

/**
 * What the options of one command send: a request for each address. `input` is what `@-` reads. Never throws; `message` is user text. Source: curl's manual
 * page.
 */
export function curlRequests(given: readonly CurlArgument[], input: ShellInput | undefined): ReadCurl[] {
  const addresses = given.filter((argument) => argument.meaning === "url" && argument.value !== "");
  if (addresses.length === 0) return [{ ok: false, message: "The curl command names no address." }];
  if (addresses.length * given.length > mostOptionsSent) return [{ ok: false, message: tooManyMessage }];
  const read = readSending(given, input);
  return read.ok ? addresses.map((address) => sendTo(address, read.sending)) : [read];
}
