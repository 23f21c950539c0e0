import { expect, test } from "vitest";
import type { Json } from "../json/json.ts";
import { answerFindings } from "./answerFindings.ts";

const event = {
  event_type: "placed_order",
  profile: { email: "jane@example.com" },
  properties: { total: 12.5, items: [{ sku: "A1" }] },
  idempotency_key: "O1",
  occurred_at: "2026-01-15T10:31:02Z",
};
const told = (sent: Json, answered: Json) =>
  answerFindings({ endpoint: "events", native: [{ method: "POST", path: "/v1/events", body: sent }] }, {}, [
    { status: 201, headers: {}, body: answered },
  ]).map(({ code, pointer, message }) => `${code} ${pointer} ${message.split(".", 1)}`);

test.each([
  ["of another metric", { ...event, event_type: "fulfilled_order" }],
  ["of another person", { ...event, profile: { email: "john@example.com", phone: "+15005550006" } }],
  ["with other identifiers", { ...event, profile: { phone: "+15005550006" } }],
  ["of another time", { ...event, occurred_at: "2026-01-15T10:31:03.000Z" }],
  ["with other properties", { ...event, properties: { total: 12, items: [{ sku: "A1" }] } }],
  ["with other properties", { ...event, properties: { total: 12.5, items: [{ sku: "A2" }] } }],
  ["with other properties", { ...event, properties: { total: 12.5, items: [] } }],
  ["with other properties", { ...event, properties: { parcel: "P1" } }],
])("an event whose unique_id is that of one %s is told to be lost", (whose, answered) => {
  expect(told(event, answered)).toEqual([
    `known-unique-id /data/attributes/unique_id The event is not recorded: its \`unique_id\` is that of an event ${whose}`,
  ]);
});

test.each([
  ["an event that was taken", event, event],
  ["a person whose email has other capitals", event, { ...event, profile: { email: "Jane@Example.com" } }],
  ["a person known by more", event, { ...event, profile: { email: "jane@example.com", phone: "+15005550006" } }],
  ["a person known by less", { ...event, profile: { ...event.profile, external_id: "a1" } }, event],
  ["a time written otherwise", event, { ...event, occurred_at: "2026-01-15T11:31:02.000+01:00" }],
  ["an event that has no time of its own", { ...event, occurred_at: null }, event],
  ["an API that adds and leaves out", event, { ...event, properties: { total: "12.5", source: "api", items: null } }],
  ["an API that repeats nothing", event, { event_type: "placed_order", profile: {}, properties: {} }],
  ["an event without a unique_id", { event_type: "a", profile: {} }, { ...event, event_type: "b" }],
  ["an answer that does not say", event, { id: "evt_1" }],
])("%s has nothing to be told", (_what, sent, answered) => {
  expect(told(sent, answered)).toEqual([]);
});
