import { z } from "zod";
import type { Headers } from "../../../../core/exchange/exchange.ts";
import { stringifyJson } from "../../../../core/json/json.ts";
import type { EndpointId } from "../../../../core/klaviyo/endpoints.ts";
import type { RequestTemplate } from "../../../../core/klaviyo/templates/requestTemplate.ts";

const headerRowSchema = z.object({ id: z.int(), name: z.string(), value: z.string() });
/** A header line while it is edited; `id` stays the same as long as the row is there. */
export type HeaderRow = z.infer<typeof headerRowSchema>;

export const draftSchema = z.object({
  method: z.string(),
  path: z.string(),
  headers: z.array(headerRowSchema),
  body: z.string(),
  /** The exchange that it was edited from. */
  parent: z.string().nullable(),
});
/** A request that is being written. The key is not part of it: it is never kept. */
export type Draft = z.infer<typeof draftSchema>;

/** The newest revision that the reference documents know. */
const newestRevision = "2026-07-15";

export const methods = ["POST", "GET", "PUT", "PATCH", "DELETE"] as const;

export function rowsOf(headers: Headers): HeaderRow[] {
  return headers.map(([name, value], id) => ({ id, name, value }));
}

export function pathOf(endpoint: EndpointId): string {
  return `/klaviyo/v1/api/${endpoint}`;
}

export function draftOf(template: Pick<RequestTemplate, "endpoint" | "body">): Draft {
  return {
    method: "POST",
    path: pathOf(template.endpoint),
    headers: rowsOf([
      ["Content-Type", "application/json"],
      ["revision", newestRevision],
    ]),
    body: stringifyJson(template.body, 2),
    parent: null,
  };
}
