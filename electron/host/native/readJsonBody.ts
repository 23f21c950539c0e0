import { type Json, parseJson } from "../../../core/json/json.ts";
import type { SurfaceRefusal } from "../../../core/native/surfaceRefusal.ts";
import { isJsonMediaType } from "../access/mediaType.ts";
import { type CapturedRequest, headerValue } from "../capturedRequest.ts";
import { decodeBody } from "../compat/decodeBody.ts";

export type ReadableJson =
  | { readonly ok: true; readonly value: Json; readonly facts: Readonly<Record<string, string | number>> }
  | {
      readonly ok: false;
      readonly refusal: SurfaceRefusal;
      readonly facts: Readonly<Record<string, string | number>>;
    };

/** Assumed: the limit of the compat surface's bulk requests. The native documentation names none. */
const limit = 5 * 1024 * 1024;

const refusals = {
  unsupported: "unsupported-encoding",
  corrupt: "malformed-encoding",
  "too-large": "too-large",
} as const;

/** Reads the JSON of a request on the native surface, numbers exact. */
export async function readJsonBody({ headers, body, end }: CapturedRequest): Promise<ReadableJson> {
  const no = (refusal: SurfaceRefusal, facts: ReadableJson["facts"]): ReadableJson => ({ ok: false, refusal, facts });
  const type = headerValue(headers, "content-type");
  if (!isJsonMediaType(type)) return no("unsupported-media-type", { type: type ?? "" });
  if (end === "too-large") return no("too-large", { limit });

  const decoded = await decodeBody(body, headerValue(headers, "content-encoding"), limit);
  if (!decoded.ok) return no(refusals[decoded.reason], { limit, encoding: decoded.coding });
  const text = decodeText(decoded.body);
  if (text === undefined) return no("invalid-utf8", {});
  const parsed = parseJson(text);
  return parsed.ok ? { ok: true, value: parsed.value, facts: {} } : no("invalid-json", { message: parsed.message });
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
