/** The official SDK, unmodified but for its `basePath`: what a migrating integration does. */
import {
  ApiKeySession,
  EventEnum,
  type EventsApi as Events,
  EventsApi,
  MetricEnum,
  ProfileEnum,
  type ProfilesApi as Profiles,
  ProfilesApi,
} from "klaviyo-api";
import { afterEach, beforeEach, expect, test } from "vitest";
import { askNative, key, type OpenHost, openHost, recorded } from "./host.fixture.ts";

let open: OpenHost;
let events: Events;
let profiles: Profiles;
let clock: () => number;

beforeEach(async () => {
  clock = () => 0;
  open = await openHost({ timing: { rateClock: () => clock() } });
  const session = new ApiKeySession(key);
  events = new EventsApi(session);
  profiles = new ProfilesApi(session);
  events.basePath = open.host.compatUrl;
  profiles.basePath = open.host.compatUrl;
});
afterEach(() => open[Symbol.asyncDispose]());

const metric = { data: { type: MetricEnum.Metric, attributes: { name: "Placed Order" } } };

function order(orderId: string) {
  return {
    data: {
      type: EventEnum.Event,
      attributes: {
        metric,
        profile: { data: { type: ProfileEnum.Profile, attributes: { email: "ada@example.com" } } },
        properties: { order_id: orderId },
        value: 12.5,
        uniqueId: orderId,
        time: new Date("2026-01-02T03:04:05.678Z"),
      },
    },
  };
}

const profile = (email: string) => ({ data: { type: ProfileEnum.Profile, attributes: { email, firstName: "Ada" } } });

test("an event is accepted and is there natively", async () => {
  const { response } = await events.createEvent(order("1001"));
  expect(response.status).toBe(202);
  expect((await askNative(open, "GET", "/v1/events")).body).toMatchObject({
    data: [{ event_type: "placed_order", idempotency_key: "1001", properties: { order_id: "1001", value: 12.5 } }],
  });
});

test("a profile is created and comes back as the SDK reads it", async () => {
  const { response, body } = await profiles.createProfile(profile("ada@example.com"));
  expect(response.status).toBe(201);
  expect(body.data).toMatchObject({
    type: "profile",
    id: expect.stringMatching(/^prof_/),
    attributes: { email: "ada@example.com", firstName: "Ada", lastName: null },
  });
});

test("events in bulk and profiles in bulk are accepted", async () => {
  const bulkEvents = await events.bulkCreateEvents({
    data: {
      type: "event-bulk-create-job",
      attributes: {
        eventsBulkCreate: {
          data: [
            {
              type: "event-bulk-create",
              attributes: {
                profile: { data: { type: ProfileEnum.Profile, attributes: { email: "bulk@example.com" } } },
                events: {
                  data: ["1", "2"].map((uniqueId) => ({
                    type: EventEnum.Event,
                    attributes: { metric, properties: {}, uniqueId },
                  })),
                },
              },
            },
          ],
        },
      },
    },
  });
  expect(bulkEvents.response.status).toBe(202);

  const imported = await profiles.bulkImportProfiles({
    data: {
      type: "profile-bulk-import-job",
      attributes: { profiles: { data: ["a", "b"].map((name) => profile(`${name}@example.com`).data) } },
    },
  });
  expect(imported.response.status).toBe(202);
  expect(imported.body.data).toMatchObject({ type: "profile-bulk-import-job", id: expect.stringMatching(/^job_/) });
  const { body } = await askNative(open, "GET", "/v1/profiles");
  expect(body).toMatchObject({
    data: [{ email: "b@example.com" }, { email: "a@example.com" }, { email: "bulk@example.com" }],
  });
});

test("a duplicate throws what integrations look at", async () => {
  const { body } = await profiles.createProfile(profile("ada@example.com"));
  await expect(profiles.createProfile(profile("ada@example.com"))).rejects.toMatchObject({
    response: {
      status: 409,
      data: { errors: [{ code: "duplicate_profile", meta: { duplicate_profile_id: body.data.id } }] },
    },
  });
});

test("a validation error points to its field", async () => {
  await expect(profiles.createProfile(profile("not an address"))).rejects.toMatchObject({
    response: {
      status: 400,
      data: { errors: [{ detail: "Invalid email address", source: { pointer: "/data/attributes/email" } }] },
    },
  });
});

test("a rate-limited event succeeds by itself after its Retry-After", async () => {
  const headers = { authorization: `Bearer ${key}` };
  await Promise.all(Array.from({ length: 700 }, () => fetch(`${open.origin}/v1/profiles`, { headers })));
  // From here it runs with real time, so that the second which the SDK waits also passes for the limiter.
  const started = performance.now();
  clock = () => 59_001 + performance.now() - started;
  const { response } = await events.createEvent(order("1002"));
  expect(response.status).toBe(202);
  const statuses = (await recorded(open)).map((exchange) => exchange.response?.status);
  expect(statuses.at(0)).toBe(429);
  expect(statuses.at(-1)).toBe(202);
});
