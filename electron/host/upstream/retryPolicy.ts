import { isJsonArray, isJsonObject, type Json } from "../../../core/json/json.ts";
import type { NativeCall } from "../../../core/native/nativeCall.ts";

/** What came of an attempt. `neverArrived`: the other side cannot have seen the call. `status` is 0 when no response came. */
export interface Attempt {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly neverArrived: boolean;
}

const backoffMs = { least: 250, jitter: 250 };

/**
 * How long to wait before the one retry, in milliseconds; undefined when there is to be none. A 429 names its wait, and one longer than `patienceMs`
 * is handed on. `random` is in [0, 1).
 */
export function waitBeforeRetry(
  call: NativeCall,
  { status, retryAfter, neverArrived }: Attempt,
  patienceMs: number,
  random: number,
): number | undefined {
  if (status === 429) {
    const wait = Number(retryAfter ?? "1") * 1000;
    return wait >= 0 && wait <= patienceMs ? wait : undefined;
  }
  const isFault = status === 0 || status >= 500;
  return isFault && (neverArrived || isRepeatable(call)) ? backoffMs.least + random * backoffMs.jitter : undefined;
}

/**
 * Whether a call may be sent again when the first may have been carried out. Postscript documents retries for 5xx; only an idempotency key or an upsert
 * keeps them from making a second event or profile, so calls without are not repeated (assumed).
 */
function isRepeatable({ method, path, body }: NativeCall): boolean {
  if (method === "GET" || path === "/v1/profiles/upsert") return true;
  if (path === "/v1/events/bulk" && isJsonObject(body)) {
    return isJsonArray(body.events) && body.events.every(hasIdempotencyKey);
  }
  return path === "/v1/events" && hasIdempotencyKey(body);
}

function hasIdempotencyKey(event: Json): boolean {
  return isJsonObject(event) && typeof event.idempotency_key === "string";
}
