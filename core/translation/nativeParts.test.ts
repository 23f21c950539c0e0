import { expect, test } from "vitest";
import type { Json } from "../json/json.ts";
import { itemAt } from "../klaviyo/requestItems.ts";
import { explain } from "./explain.ts";
import { nativeParts } from "./nativeParts.ts";

const settings = { metrics: {}, now: "2026-01-15T10:31:02.000Z" };

const event = (name: string): Json => ({
  type: "event",
  attributes: { metric: { data: { type: "metric", attributes: { name } } }, properties: { page: "/" } },
});
const entry = (attributes: Json, ...names: string[]): Json => ({
  type: "event-bulk-create",
  attributes: { profile: { data: { type: "profile", attributes } }, events: { data: names.map(event) } },
});
const bulkEvents: Json = {
  data: {
    type: "event-bulk-create-job",
    attributes: {
      "events-bulk-create": {
        data: [
          entry({ email: "a@example.com" }, "Viewed Page", "Placed Order"),
          entry({ email: "b@example.com", first_name: "Bo" }, "Viewed Page"),
        ],
      },
    },
  },
};

function partsOf(index: number, record?: number) {
  const item = itemAt("event-bulk-create-jobs", bulkEvents, index);
  if (!item) throw new Error("There is no such item.");
  return nativeParts(explain("event-bulk-create-jobs", bulkEvents, settings, record), item);
}

test("an entry of events is its events in the shared call, and the upsert of its profile", () => {
  expect(partsOf(0)).toEqual([
    { call: 0, pointer: "/events/0" },
    { call: 0, pointer: "/events/1" },
  ]);
  expect(partsOf(1)).toEqual([
    { call: 0, pointer: "/events/2" },
    { call: 1, pointer: "" },
  ]);
});

test("they are the same when only the item was explained", () => {
  expect(partsOf(1, 1)).toEqual(partsOf(1));
});

test("a profile of an import has a call of its own", () => {
  const profiles = ["a", "b"].map((name) => ({ type: "profile", attributes: { email: `${name}@example.com` } }));
  const document = { data: { type: "profile-bulk-import-job", attributes: { profiles: { data: profiles } } } };
  const explained = explain("profile-bulk-import-jobs", document, settings);
  expect(explained.callItems).toEqual([0, 1]);
  expect(nativeParts(explained, { index: 1, pointer: "/data/attributes/profiles/data/1" })).toEqual([
    { call: 1, pointer: "" },
  ]);
});
