import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../../core/json/json.ts";
import type { NativeCall } from "../../../core/native/nativeCall.ts";

/** The one retry, in milliseconds. A client of ours is waiting meanwhile: a longer wait is handed on to it as the 429 or 5xx that it is. */
export const retryBounds = { maxRetryAfter: 5000, backoff: 250, jitter: 250 };

/**
 * Whether a call may be sent again when the first may have been carried out: a 5xx, or no answer in time. Postscript documents retries for 5xx; only an
 * idempotency key or an upsert keeps them from making a second event or a second profile, so calls without are not repeated (assumed).
 */
export function isRepeatable({ method, path, body }: NativeCall): boolean {
  if (method === "GET" || path === "/v1/profiles/upsert") return true;
  if (path === "/v1/events") return hasIdempotencyKey(body);
  if (path === "/v1/events/bulk") return isJsonObject(body) && allHaveIdempotencyKeys(body);
  return false;
}

function allHaveIdempotencyKeys({ events }: JsonObject): boolean {
  return isJsonArray(events) && events.every(hasIdempotencyKey);
}

function hasIdempotencyKey(event: Json): boolean {
  return isJsonObject(event) && typeof event.idempotency_key === "string";
}

/** Milliseconds to wait before the retry; undefined when there is to be none. `random` is in [0, 1). */
export function waitBeforeRetry(
  call: NativeCall,
  outcome: { readonly status: number; readonly retryAfter: string | undefined; readonly neverArrived: boolean },
  random: number,
): number | undefined {
  const backoff = retryBounds.backoff + random * retryBounds.jitter;
  if (outcome.neverArrived) return backoff;
  if (outcome.status === 429) {
    const wait = Number(outcome.retryAfter ?? "1") * 1000;
    return wait >= 0 && wait <= retryBounds.maxRetryAfter ? wait : undefined;
  }
  return outcome.status >= 500 && isRepeatable(call) ? backoff : undefined;
}
