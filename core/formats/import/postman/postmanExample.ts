import type { Body, ExchangeRequest } from "../../../exchange/exchange.ts";
import { isJsonArray, type Json } from "../../../json/json.ts";
import { base64Body } from "../../base64Body.ts";
import { schemaReason } from "../fields.ts";
import { type ImportedResponse, type SkippedItem, skipped } from "../importedRequest.ts";
import { postmanHeaders } from "./postmanHeaders.ts";
import { type PostmanScope, readPostmanRequest } from "./postmanRequest.ts";
import { type PostmanResponse, postmanResponseSchema } from "./postmanSchemas.ts";

/** The saved answer of a request, and the broken ones before it. */
export interface FoundExample {
  readonly response: ImportedResponse | undefined;
  readonly durationMs: number | undefined;
  readonly broken: readonly SkippedItem[];
}

function isSame(one: Body, other: Body): boolean {
  return typeof one === "string" || typeof other === "string" ? one === other : one.base64 === other.base64;
}

function bodyOf({ body, _encoding }: PostmanResponse): Body {
  return (_encoding === "base64" ? base64Body(body ?? "") : undefined) ?? body ?? "";
}

/** An example is of this request if it was saved for the same method, path and body, or does not tell what for. */
function isOf(example: PostmanResponse, request: ExchangeRequest, scope: PostmanScope): boolean {
  if (example.originalRequest == null) return true;
  const original = readPostmanRequest(example.originalRequest, scope);
  if (!original.ok) return false;
  const { method, path, body } = original.resolved.request;
  return method === request.method && path === request.path && isSame(body, request.body);
}

function duration(time: number | string | null | undefined): number | undefined {
  const value = typeof time === "string" ? Number.parseFloat(time) : time;
  return value != null && value >= 0 && Number.isFinite(value) ? value : undefined;
}

/** Finds the first saved response of a request that has a status. */
export function findExample(
  responses: Json | undefined,
  request: ExchangeRequest,
  scope: PostmanScope,
  place: string,
): FoundExample {
  const broken: SkippedItem[] = [];
  for (const [index, value] of (isJsonArray(responses) ? responses : []).entries()) {
    const parsed = postmanResponseSchema.safeParse(value);
    if (!parsed.success) {
      const reason = `${schemaReason(parsed.error)} The request is read without this answer; save the example again.`;
      broken.push(skipped(`${place} / example ${index + 1}`, reason));
      continue;
    }
    const { code, header, responseTime } = parsed.data;
    if (code == null || !isOf(parsed.data, request, scope)) continue;
    const response = { status: code, headers: postmanHeaders(header), body: bodyOf(parsed.data) };
    return { response, durationMs: duration(responseTime), broken };
  }
  return { response: undefined, durationMs: undefined, broken };
}
