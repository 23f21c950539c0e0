import { randomUUID } from "node:crypto";

/**
 * The id of a request, and of its exchange: `X-Klaviyo-Req-Id`, `errors[].id` and `request_id` in an integration's log lead to the record.
 * A UUID of version 7: ids that grow with time keep the store's index compact.
 */
export function newRequestId(): string {
  const time = Date.now().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** Grows with time: the time in base 36 and 48 random bits. */
function timedId(prefix: string): string {
  return `${prefix}_${Date.now().toString(36).padStart(9, "0")}${randomUUID().slice(24)}`;
}

/** The id of a native resource, "evt_0mhq…": Postscript's prefix (evt_ documented, prof_ and job_ assumed). */
export function newResourceId(prefix: "evt" | "prof" | "job"): string {
  return timedId(prefix);
}

export function newSessionId(): string {
  return timedId("ses");
}

export function newJobId(): string {
  return timedId("work");
}
