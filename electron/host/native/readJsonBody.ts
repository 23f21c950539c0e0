import { headerValue } from "../../../core/exchange/headers.ts";
import { type Json, parseJson } from "../../../core/json/json.ts";
import { scanJson } from "../../../core/json/scanJson.ts";
import { decodeUtf8 } from "../../../core/json/utf8.ts";
import type { SurfaceRefusal } from "../../../core/native/surfaceRefusal.ts";
import { isJsonMediaType } from "../access/mediaType.ts";
import { decodeBody } from "../coding/decodeBody.ts";
import type { CapturedRequest } from "../wire/capturedRequest.ts";

export type ReadableJson =
  | { readonly ok: true; readonly value: Json; readonly facts: Readonly<Record<string, string | number>> }
  | {
      readonly ok: false;
      readonly refusal: SurfaceRefusal;
      readonly facts: Readonly<Record<string, string | number>>;
    };

/** Assumed: the limit of the compat surface's bulk requests. The native documentation names none. */
const limit = 5 * 1024 * 1024;

/** Assumed; it keeps what is written out again by recursion within the stack. */
const maxDepth = 100;

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
  const decodedText = decodeUtf8(decoded.body);
  if (!decodedText.ok) return no("invalid-utf8", {});
  const scan = scanJson(decoded.body);
  if (scan.depth > maxDepth) return no("too-deep", { limit: maxDepth });
  const parsed = parseJson(decodedText.text, scan);
  return parsed.ok ? { ok: true, value: parsed.value, facts: {} } : no("invalid-json", { message: parsed.message });
}
