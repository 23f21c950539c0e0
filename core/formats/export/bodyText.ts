import type { Body } from "../../exchange/exchange.ts";
import { type Json, parseJson } from "../../json/json.ts";

/** A body as JSON with exact numbers; undefined where it is none. */
export function jsonOf(body: Body): Json | undefined {
  if (typeof body !== "string" || body === "") return undefined;
  const parsed = parseJson(body);
  return parsed.ok ? parsed.value : undefined;
}

/** How many bytes a body of base64 stands for. */
export function base64Length(base64: string): number {
  const padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
  return (base64.length / 4) * 3 - padding;
}
