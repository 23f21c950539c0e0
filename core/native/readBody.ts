import type { z } from "zod";
import type { Json } from "../json/json.ts";

export type NativeBody<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly field: string | null };

/**
 * Checks a body against one of the native schemas. A refusal names the first fault, as a native `validation_error` does: `field` is its
 * dotted path ("profile.phone", "events.3.event_type"; assumed), or "email" for a profile without identifiers (documented).
 */
export function readBody<T>(schema: z.ZodType<T>, body: Json): NativeBody<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0];
  if (!issue) return { ok: false, message: "Invalid request body", field: null };
  const documented = issue.code === "custom" ? issue.params?.field : undefined;
  const path = issue.path.join(".");
  return {
    ok: false,
    message: issue.message,
    field: typeof documented === "string" ? documented : path === "" ? null : path,
  };
}
