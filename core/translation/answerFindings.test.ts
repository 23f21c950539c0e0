import { expect, test } from "vitest";
import type { Json } from "../json/json.ts";
import { answerFindings } from "./answerFindings.ts";

const event = { event_type: "placed_order", profile: { email: "jane@example.com" }, idempotency_key: "O1" };
const codes = (sent: Json, answered: Json) =>
  answerFindings({ endpoint: "events", native: [{ method: "POST", path: "/v1/events", body: sent }] }, {}, [
    { status: 201, headers: {}, body: answered },
  ]).map(({ code, pointer }) => `${code} ${pointer}`);

test.each([
  ["of another metric", { ...event, event_type: "fulfilled_order" }],
  ["of another person", { ...event, profile: { email: "john@example.com" } }],
])("an event whose unique_id is that of one %s is told to be lost", (_what, answered) => {
  expect(codes(event, answered)).toEqual(["known-unique-id /data/attributes/unique_id"]);
});

test.each([
  ["an event that was taken", event, event],
  ["a person whose email has other capitals", event, { ...event, profile: { email: "Jane@Example.com" } }],
  ["a person known by more", event, { ...event, profile: { email: "jane@example.com", phone: "+15005550006" } }],
  ["a person known by something else", event, { ...event, profile: { phone: "+15005550006" } }],
  ["an event without a unique_id", { event_type: "a", profile: {} }, { ...event, event_type: "b" }],
  ["an answer that does not say", event, { id: "evt_1" }],
])("%s has nothing to be told", (_what, sent, answered) => {
  expect(codes(sent, answered)).toEqual([]);
});
