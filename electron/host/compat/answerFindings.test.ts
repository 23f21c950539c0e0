import { afterEach, beforeEach, expect, test } from "vitest";
import {
  klaviyoEvent,
  klaviyoEvents,
  klaviyoProfile,
  type OpenHost,
  openHost,
  post,
  recorded,
} from "../host.fixture.ts";

let open: OpenHost;
beforeEach(async () => {
  open = await openHost();
});
afterEach(() => open[Symbol.asyncDispose]());

test("an event that goes unrecorded for its unique_id is told in its record", async () => {
  const metric = { data: { type: "metric", attributes: { name: "Fulfilled Order" } } };
  await post(open, "/api/events", klaviyoEvent({ unique_id: "order-1" }));
  await post(open, "/api/events", klaviyoEvent({ unique_id: "order-1" }));
  await post(open, "/api/events", klaviyoEvent({ unique_id: "order-1", metric }));
  const told = (await recorded(open)).map(({ findings }) => findings.some(({ code }) => code === "known-unique-id"));
  expect(told.toSorted()).toEqual([false, false, true]);
});

test("an event that goes unrecorded is told, where two metrics become one event type, or the person was named otherwise", async () => {
  const other = { data: { type: "metric", attributes: { name: "placed-order" } } };
  const byId = { data: { type: "profile", attributes: { external_id: "a1" } } };
  await post(open, "/api/events", klaviyoEvent({ unique_id: "order-1" }));
  await post(open, "/api/events", klaviyoEvent({ unique_id: "order-1", metric: other, properties: { order_id: "2" } }));
  await post(open, "/api/events", klaviyoEvent({ unique_id: "order-1", profile: byId }));
  const told = (await recorded(open)).flatMap(({ findings }) => findings.filter(({ kind }) => kind === "lost"));
  expect(told.map(({ message }) => message.split(".", 1)[0])).toEqual([
    "The event is not recorded: its `unique_id` is that of an event with other properties",
    "The event is not recorded: its `unique_id` is that of an event with other identifiers",
  ]);
});

test("events of a bulk request that go unrecorded for their unique_ids are counted in its record", async () => {
  const events = ["Placed Order", "Refunded Order"].map((name) => ({
    metric: { data: { type: "metric", attributes: { name } } },
    unique_id: "order-1",
  }));
  const job = klaviyoEvents([{ email: "ada@example.com" }], events);
  expect((await post(open, "/api/event-bulk-create-jobs", job)).status).toBe(202);
  const [exchange] = await recorded(open);
  expect(exchange?.findings.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^1 of 2 events are not recorded/),
  );
});

test("an identifier that stays another profile's is told where it was sent", async () => {
  await post(open, "/api/profiles", klaviyoProfile({ email: "ada@example.com" }));
  await post(open, "/api/profiles", klaviyoProfile({ phone_number: "+15005550006" }));
  const both = { type: "profile", attributes: { email: "ada@example.com", phone_number: "+15005550006" } };
  const job = { type: "profile-bulk-import-job", attributes: { profiles: { data: [both] } } };
  expect((await post(open, "/api/profile-bulk-import-jobs", { data: job })).status).toBe(202);
  const exchanges = await recorded(open);
  const told = exchanges.flatMap(({ findings }) => findings.filter(({ kind }) => kind === "lost"));
  expect(told).toMatchObject([
    { code: "identifier-of-another", pointer: "/data/attributes/profiles/data/0/attributes/phone_number" },
  ]);
});
