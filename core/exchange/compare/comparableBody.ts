import { type Json, type JsonObject, parseJson } from "../../json/json.ts";
import { scanJson } from "../../json/scanJson.ts";
import type { Body } from "../exchange.ts";

/** Deeper JSON is compared as text: no API sends it, and showing its differences would help nobody. */
const mostComparedLevels = 512;

/** A body as it is compared: by its JSON, or as the text or bytes that it is. */
type ComparableBody =
  | { readonly form: "json"; readonly value: Json }
  | { readonly form: "text" | "bytes"; readonly value: Body };

/** Reads a body for comparing. JSON is told by the text and not by its media type, which answers get wrong. */
export function comparableBody(body: Body): ComparableBody {
  if (typeof body !== "string") return { form: "bytes", value: body };
  const scan = scanJson(body);
  const parsed = scan.depth > mostComparedLevels ? undefined : parseJson(body, scan);
  return parsed?.ok ? { form: "json", value: parsed.value } : { form: "text", value: body };
}

/** A body that is not JSON as JSON shows it: its text, or its base64. */
export function opaqueBody(body: Body): Json {
  return typeof body === "string" ? body : { base64: body.base64 };
}

/** The member by which a call or an answer holds its body, so that text and JSON never look alike. */
export function bodyMember(body: Body): JsonObject {
  if (typeof body !== "string") return { base64: body.base64 };
  const read = comparableBody(body);
  return read.form === "json" ? { body: read.value } : { text: body };
}
