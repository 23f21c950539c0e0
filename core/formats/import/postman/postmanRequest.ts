import type { Headers } from "../../../exchange/exchange.ts";
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

export interface ResolvedRequest {
  readonly host: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

export type ReadPostmanRequest =
  | { readonly ok: true; readonly request: ResolvedRequest }
  | { readonly ok: false; readonly reason: string };

/** Headers with their variables replaced; unknown ones are collected, but for those of a key, which is not kept anyway. */
function resolveHeaders(headers: Headers, variables: Variables, unknown: string[]): Headers {
  return headers.map(([name, value]) => {
    const resolved = [resolve(name, variables), resolve(value, variables)] as const;
    if (name.toLowerCase() !== "authorization") unknown.push(...resolved.flatMap((each) => each.unknown));
    return [resolved[0].text, resolved[1].text];
  });
}

function unknownReason(unknown: readonly string[]): string {
  const names = [...new Set(unknown)].slice(0, 5).join(", ");
  return `The collection gives no value for ${names}. Add it to the collection's variables, or put the value in its place, and export it again.`;
}

function withAuth(request: ResolvedRequest, auth: PostmanAuth): ResolvedRequest {
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

/** Reads a request of a collection, its variables replaced. Only host and key may hold a variable without a value. Never throws. */
export function readPostmanRequest(value: Json | undefined, scope: PostmanScope): ReadPostmanRequest {
  // A bare address is a request too.
  const parsed = postmanRequestSchema.safeParse(typeof value === "string" ? { url: value } : value);
  if (!parsed.success) return { ok: false, reason: `${schemaReason(parsed.error)} Export the collection again.` };
  const { url, method, header, body, auth } = parsed.data;
  const { variables } = scope;
  const { host, path } = splitAddress(resolve(postmanUrl(url), variables).text);
  const unknown: string[] = [...(path.match(/\{\{[^{}]{1,200}\}\}/g) ?? [])];
  const sent = postmanBody(body);
  if (!sent.ok) return sent;
  const text = resolve(sent.text, variables);
  const given = resolveHeaders(postmanHeaders(header), variables, unknown);
  unknown.push(...text.unknown);
  const read = readAuth(auth ?? scope.auth, (each) => resolve(each, variables).text);
  if (read.kind === "unknown") return { ok: false, reason: read.reason };
  if (unknown.length > 0) return { ok: false, reason: unknownReason(unknown) };
  const headers = impliedHeaders(given, sent.contentType);
  const request = { host, method: (method ?? "GET").toUpperCase(), path, headers, body: text.text };
  return { ok: true, request: withAuth(request, read) };
}
