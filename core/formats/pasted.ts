import { isJsonObject, parseJson } from "../json/json.ts";
import { valueAt } from "../json/pointer.ts";
import { type EndpointId, endpointOfType } from "../klaviyo/endpoints.ts";

/** What a pasted text is, cheaply told: a curl command line, a JSON object, or nothing of ours. */
export function pastedKind(text: string): "curl" | "json" | undefined {
  if (/^\s*(?:[$%>#]\s+)?curl(?:\.exe)?\s/.test(text)) return "curl";
  return /^\s*\{[\s\S]*\}\s*$/.test(text) ? "json" : undefined;
}

/**
 * A pasted JSON object as a request body: its text unchanged, and the endpoint that its `data.type` names (undefined where it names none).
 * undefined where the text is not a JSON object.
 */
export function readPastedJson(text: string): { endpoint: EndpointId | undefined; body: string } | undefined {
  const parsed = parseJson(text);
  if (!parsed.ok || !isJsonObject(parsed.value)) return undefined;
  const type = valueAt(parsed.value, "/data/type");
  return { endpoint: typeof type === "string" ? endpointOfType(type)?.id : undefined, body: text };
}
