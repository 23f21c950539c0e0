import type { EquivalenceRule } from "./equivalenceRule.ts";

const answers = ["response-body", "native-response"] as const;

function rule(
  row: Omit<EquivalenceRule, "enabled" | "parts"> & { parts: readonly EquivalenceRule["parts"][number][] },
) {
  return { ...row, parts: [...row.parts], enabled: true };
}

/** What differs between any two runs and means nothing. */
export const defaultRules: readonly EquivalenceRule[] = [
  rule({
    id: "request-ids",
    parts: answers,
    at: ["/errors/*/id", "/*/body/error/request_id"],
    how: "same-shape",
    note: "Each error carries the id of its request.",
    source: "Klaviyo, recorded answers; Postscript: errors",
  }),
  rule({
    id: "ids",
    parts: answers,
    at: ["/**/id", "/**/profile_id", "/errors/*/meta/duplicate_profile_id"],
    how: "same-shape",
    note: "A resource gets another id each time it is made; the kind of id has to stay.",
    source: "Postscript: getting started",
  }),
  rule({
    id: "links",
    parts: ["response-body"],
    at: ["/**/links/*"],
    how: "same-shape",
    note: "Addresses carry the host that was asked and the ids of resources; their paths have to stay.",
    source: "JSON:API, document links",
  }),
  rule({
    id: "timestamps",
    parts: answers,
    at: [
      "/**/created",
      "/**/updated",
      "/**/created_at",
      "/**/updated_at",
      "/**/started_at",
      "/**/completed_at",
      "/**/expires_at",
      "/**/last_event_date",
      "/*/body/occurred_at",
    ],
    how: "same-shape",
    note: "The server's own times.",
    source: "Klaviyo API reference, revision 2026-07-15",
  }),
  rule({
    id: "event-time",
    parts: ["response-body"],
    at: ["/data/attributes/time"],
    how: "same-shape",
    note: "An event that names no time gets that of its receipt. What a request says of its time is compared natively.",
    source: "Klaviyo API reference, Create Event",
  }),
  rule({
    id: "date-header",
    parts: ["response-header"],
    at: ["date", "age", "expires", "last-modified"],
    how: "ignore",
    note: "When the answer was made.",
    source: "RFC 9110, RFC 9111",
  }),
  rule({
    id: "content-length",
    parts: ["response-header"],
    at: ["content-length"],
    how: "ignore",
    note: "Follows from the body, which is compared itself.",
    source: "RFC 9110",
  }),
  rule({
    id: "request-id-headers",
    parts: ["response-header"],
    at: ["x-klaviyo-req-id", "x-request-id", "request-id", "cf-ray", "x-amzn-trace-id", "traceparent"],
    how: "ignore",
    note: "Each answer names its request anew.",
    source: "Klaviyo, recorded answers",
  }),
  rule({
    id: "rate-limit-headers",
    parts: ["response-header"],
    at: ["ratelimit-*", "x-ratelimit-*", "retry-after"],
    how: "ignore",
    note: "They depend on what was sent in the minute before.",
    source: "Postscript: rate limiting",
  }),
  rule({
    id: "connection-headers",
    parts: ["response-header"],
    at: ["connection", "keep-alive", "transfer-encoding", "via", "server", "alt-svc", "set-cookie", "etag"],
    how: "ignore",
    note: "They tell of the connection and the machines on the way.",
    source: "RFC 9110",
  }),
];
