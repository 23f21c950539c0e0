import type { ExchangeRequest, Headers } from "../../../exchange/exchange.ts";
import type { Json } from "../../../json/json.ts";
import { splitAddress } from "../../curl/splitAddress.ts";
import { schemaReason } from "../fields.ts";
import { type PostmanAuth, readAuth } from "./postmanAuth.ts";
import { postmanBody } from "./postmanBody.ts";
import { postmanHeaders } from "./postmanHeaders.ts";
import { postmanRequestSchema } from "./postmanSchemas.ts";
import { postmanUrl } from "./postmanUrl.ts";
import { resolve, type Variables } from "./variables.ts";

/** What a request inherits from the folders around it. */
export interface PostmanScope {
  readonly variables: Variables;
  readonly auth: Json | undefined;
}

/** A request with its variables replaced; those without a value stay as Postman would send them, and are told in `notes`. */
export interface ResolvedRequest {
  readonly host: string | undefined;
  readonly request: ExchangeRequest;
  readonly notes: readonly string[];
}

export type ReadPostmanRequest =
  | { readonly ok: true; readonly resolved: ResolvedRequest }
  | { readonly ok: false; readonly reason: string };

/** Replaces variables and collects the unknown ones. */
type Replace = (text: string) => string;

/** Of a header that carries a key nothing is told: the key is not kept anyway. */
function replacedHeaders(headers: Headers, replace: Replace, replaceSilently: Replace): Headers {
  return headers.map(([name, value]) => {
    const known = replace(name);
    return [known, known.toLowerCase() === "authorization" ? replaceSilently(value) : replace(value)];
  });
}

function unknownNotes(unknown: ReadonlySet<string>): string[] {
  if (unknown.size === 0) return [];
  const names = [...unknown].slice(0, 5).join(", ");
  return [
    `The collection gives no value for ${names}: it stands in the request as it is written. Add it to the collection's variables and export it again, or edit the request.`,
  ];
}

function withAuth(request: ExchangeRequest, auth: PostmanAuth): ExchangeRequest {
  if (auth.kind !== "header" && auth.kind !== "query") return request;
  const { name, value } = auth;
  if (auth.kind === "header") return { ...request, headers: [...request.headers, [name, value]] };
  const parameter = `${encodeURIComponent(name.toWellFormed())}=${encodeURIComponent(value.toWellFormed())}`;
  return { ...request, path: `${request.path}${request.path.includes("?") ? "&" : "?"}${parameter}` };
}

function impliedHeaders(given: Headers, contentType: string | undefined): Headers {
  const isGiven = given.some(([name]) => name.toLowerCase() === "content-type");
  return contentType === undefined || isGiven ? given : [...given, ["Content-Type", contentType]];
}

/** Reads a request of a collection. Never throws; `reason` is user text. */
export function readPostmanRequest(value: Json | undefined, { variables, auth }: PostmanScope): ReadPostmanRequest {
  // A bare address is a request too.
  const parsed = postmanRequestSchema.safeParse(typeof value === "string" ? { url: value } : value);
  if (!parsed.success) return { ok: false, reason: `${schemaReason(parsed.error)} Export the collection again.` };
  const sent = postmanBody(parsed.data.body);
  if (!sent.ok) return sent;
  const replaceSilently: Replace = (text) => resolve(text, variables).text;
  const read = readAuth(parsed.data.auth ?? auth, replaceSilently);
  if (read.kind === "unknown") return { ok: false, reason: read.reason };
  const { host, path } = splitAddress(replaceSilently(postmanUrl(parsed.data.url)));
  const unknown = new Set(path.match(/\{\{[^{}]{1,200}\}\}/g));
  const replace: Replace = (text) => {
    const resolved = resolve(text, variables);
    for (const name of resolved.unknown) unknown.add(name);
    return resolved.text;
  };
  const given = replacedHeaders(postmanHeaders(parsed.data.header), replace, replaceSilently);
  const body = typeof sent.body === "string" ? replace(sent.body) : sent.body;
  const method = (parsed.data.method ?? "GET").toUpperCase();
  const request = { method, path, headers: impliedHeaders(given, sent.contentType), body };
  return { ok: true, resolved: { host, request: withAuth(request, read), notes: unknownNotes(unknown) } };
}
