import { expect, test } from "vitest";
import type { NativeCall } from "../../../core/native/nativeCall.ts";
import { waitBeforeRetry } from "./retryPolicy.ts";

const post = (path: string, body: NativeCall["body"] = {}): NativeCall => ({ method: "POST", path, body });
const came = (status: number, retryAfter?: string) => ({ status, retryAfter, neverArrived: false });
const lost = { status: 0, retryAfter: undefined, neverArrived: false };
const unsent = { ...lost, neverArrived: true };

test("a 429 is retried after the seconds it names, whatever the call", () => {
  expect(waitBeforeRetry(post("/v1/profiles"), came(429, "2"), 5000, 0)).toBe(2000);
  expect(waitBeforeRetry(post("/v1/profiles"), came(429), 5000, 0)).toBe(1000);
});

test("a 429 that names more than the patience, or no number, is handed on", () => {
  expect(waitBeforeRetry(post("/v1/events"), came(429, "6"), 5000, 0)).toBeUndefined();
  expect(waitBeforeRetry(post("/v1/events"), came(429, "Tue, 24 Nov 2026 00:00:00 GMT"), 5000, 0)).toBeUndefined();
});

test.each([
  ["an event with an idempotency key", post("/v1/events", { idempotency_key: "a" }), 250],
  ["an event without", post("/v1/events", { event_type: "a" }), undefined],
  ["a bulk of events that all have one", post("/v1/events/bulk", { events: [{ idempotency_key: "a" }] }), 250],
  ["a bulk with one that has none", post("/v1/events/bulk", { events: [{ idempotency_key: "a" }, {}] }), undefined],
  ["an upsert", post("/v1/profiles/upsert"), 250],
  ["the creation of a profile", post("/v1/profiles"), undefined],
])("after a 5xx or a lost answer: %s", (_name, call, wait) => {
  expect(waitBeforeRetry(call, came(503), 5000, 0)).toBe(wait);
  expect(waitBeforeRetry(call, lost, 5000, 0)).toBe(wait);
  expect(waitBeforeRetry(call, unsent, 5000, 0.5)).toBe(375);
});

test("a success and a refusal are final", () => {
  for (const status of [201, 400, 404, 409]) {
    expect(waitBeforeRetry(post("/v1/profiles/upsert"), came(status), 5000, 0)).toBeUndefined();
  }
});
