import type { Body, ExchangeRequest, Headers } from "../../../exchange/exchange.ts";
import { firstHeader } from "../../../exchange/headers.ts";
import { utf8Length } from "../../../json/utf8.ts";
import { base64Length } from "../bodyText.ts";

interface NameValue {
  readonly name: string;
  readonly value: string;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

const httpVersion = "HTTP/1.1";
/** What HAR writes for a size or time that is not known. */
const unknown = -1;

function nameValues(headers: Headers): NameValue[] {
  return headers.map(([name, value]) => ({ name, value }));
}

function decoded(text: string): string {
  const spaced = text.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function queryString(path: string): NameValue[] {
  const start = path.indexOf("?");
  if (start === -1) return [];
  const parameters = path.slice(start + 1).split("&");
  return parameters
    .filter((parameter) => parameter !== "")
    .map((parameter) => {
      const equals = parameter.indexOf("=");
      if (equals === -1) return { name: decoded(parameter), value: "" };
      return { name: decoded(parameter.slice(0, equals)), value: decoded(parameter.slice(equals + 1)) };
    });
}

function bodySize(body: Body): number {
  return typeof body === "string" ? utf8Length(body) : base64Length(body.base64);
}

/** A request has no place for an encoding in HAR 1.2, so that it stands in a member of our own. */
function postData({ headers, body }: ExchangeRequest): object {
  if (body === "") return {};
  const mimeType = firstHeader(headers, "content-type") ?? "";
  const postData =
    typeof body === "string" ? { mimeType, text: body } : { mimeType, text: body.base64, _encoding: "base64" };
  return { postData };
}

/** Everything but what a URI may hold (RFC 3986), as UTF-8 percent escapes. A stray "%" stays: an address in a record is data. */
function asUri(path: string): string {
  return path.replace(/[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%]+/g, (text) => encodeURIComponent(text.toWellFormed()));
}

/** A request as HAR 1.2 has it. `_path` is the path as it was sent, where the address had to be escaped to be a URI. */
export function harRequest(request: ExchangeRequest, origin: string): object {
  const { method, path, headers, body } = request;
  const uri = asUri(path);
  return {
    method,
    url: `${origin}${uri}`,
    ...(uri === path ? {} : { _path: path }),
    httpVersion,
    cookies: [],
    headers: nameValues(headers),
    queryString: queryString(path),
    ...postData(request),
    headersSize: unknown,
    bodySize: bodySize(body),
  };
}

/** An answer as HAR 1.2 has it: status 0 where there was none. */
export function harResponse(answer: Answer | null): object {
  const { status, headers, body } = answer ?? { status: 0, headers: [], body: "" };
  const size = bodySize(body);
  const mimeType = firstHeader(headers, "content-type") ?? "x-unknown";
  const content =
    typeof body === "string"
      ? { size, mimeType, text: body }
      : { size, mimeType, text: body.base64, encoding: "base64" };
  return {
    status,
    statusText: "",
    httpVersion,
    cookies: [],
    headers: nameValues(headers),
    content,
    redirectURL: firstHeader(headers, "location") ?? "",
    headersSize: unknown,
    bodySize: answer === null ? unknown : size,
  };
}
