import type { z } from "zod";
import type { JsonObject } from "../../../core/json/json.ts";
import { answered, type SandboxAnswer } from "./operation.ts";

/** A page of a list. `rows` has one more than `limit` where a further page follows. */
export function pageAnswer<Row extends { readonly id: string }>(
  rows: readonly Row[],
  limit: number,
  toResource: (row: Row) => JsonObject,
): SandboxAnswer {
  const page = rows.slice(0, limit);
  const next = rows.length > limit ? (page.at(-1)?.id ?? null) : null;
  return answered(200, { data: page.map(toResource), next });
}

/** The first fault of a query as a native `validation_error` names it. */
export function queryFault(error: z.ZodError): { message?: string; field: string | null } {
  const [issue] = error.issues;
  return issue ? { message: issue.message, field: issue.path.join(".") } : { field: null };
}
