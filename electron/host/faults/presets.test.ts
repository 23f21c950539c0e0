/** What the official SDK makes of each preset: the retries that an integration gets by itself, and what is left to it. */
import {
  ApiKeySession,
  EventEnum,
  EventsApi,
  MetricEnum,
  ProfileBulkImportJobEnum,
  ProfileEnum,
  ProfilesApi,
} from "klaviyo-api";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findFaultPreset } from "../../../core/faults/faultPresets.ts";
import { askNative, key, type OpenHost, openHost, recorded } from "../host.fixture.ts";

let open: OpenHost;
let events: EventsApi;
let profiles: ProfilesApi;

beforeEach(async () => {
  open = await openHost();
  const session = new ApiKeySession(key);
  events = new EventsApi(session);
  profiles = new ProfilesApi(session);
  events.basePath = open.host.compatUrl;
  profiles.basePath = open.host.compatUrl;
});
afterEach(() => open[Symbol.asyncDispose]());

async function switchOn(id: string): Promise<void> {
  const preset = findFaultPreset(id);
  if (!preset) throw new Error(`There is no preset ${id}.`);
  await open.client.settings.update({ faults: preset.plan });
}

const metric = { data: { type: MetricEnum.Metric, attributes: { name: "Placed Order" } } };
const person = (email: string) => ({ type: ProfileEnum.Profile, attributes: { email } });

/** The status the integration sees; "reset" when its connection broke. */
async function order(orderId: string): Promise<number | string> {
  const data = {
    type: EventEnum.Event,
    attributes: { metric, profile: { data: person("ada@example.com") }, properties: {}, uniqueId: orderId },
  };
  return outcome(events.createEvent({ data }));
}

async function outcome(call: Promise<{ response: { status: number } }>): Promise<number | string> {
  try {
    return (await call).response.status;
  } catch (error) {
    const { response, code, message } = error as { response?: { status: number }; code?: string; message: string };
    return response?.status ?? code ?? message;
  }
}

/** What was sent back to each attempt, in order; null where nothing was. */
async function attempts(): Promise<(number | null)[]> {
  return (await recorded(open)).map(({ response }) => response?.status ?? null);
}

const bulkImport = () =>
  outcome(
    profiles.bulkImportProfiles({
      data: {
        type: ProfileBulkImportJobEnum.ProfileBulkImportJob,
        attributes: { profiles: { data: ["a", "b", "c", "d"].map((name) => person(`${name}@example.com`)) } },
      },
    }),
  );

async function orders(count: number): Promise<(number | string)[]> {
  const outcomes: (number | string)[] = [];
  for (let number = 1; number <= count; number++) outcomes.push(await order(`order-${number}`));
  return outcomes;
}

test("rate-limited hour: 429 is retried twice by itself, the third is the integration's", async () => {
  await switchOn("rate-limited-hour");
  expect(await orders(3)).toEqual([202, 429, 202]);
  expect(await attempts()).toEqual([202, 429, 429, 429, 429, 202]);
}, 30_000);

test("flaky upstream: 503 is retried, 502 is not", async () => {
  await switchOn("flaky-upstream");
  expect(await orders(4)).toEqual([202, 202, 202, 502]);
  expect(await attempts()).toEqual([202, 202, 202, 503, 502]);
}, 30_000);

test("upstream down: each call fails once, without a retry", async () => {
  await switchOn("upstream-down");
  expect(await orders(2)).toEqual([502, 502]);
  expect(await attempts()).toEqual([502, 502]);
});

test("bulk import half fails: 502 without a retry, and a part is there", async () => {
  await switchOn("bulk-import-half-fails");
  expect(await bulkImport()).toBe(502);
  const [exchange, ...others] = await recorded(open);
  expect(others).toEqual([]);
  expect(new Set(exchange?.native.map(({ response }) => response?.status))).toEqual(new Set([200, 500]));
});

test("lost answers: a reset is not retried, so that the integration must", async () => {
  await switchOn("lost-answers");
  expect(await orders(3)).toEqual([202, 202, "ECONNRESET"]);
  expect(await order("order-3")).toBe(202);
  const { body } = await askNative(open, "GET", "/v1/events");
  expect(body).toMatchObject({ data: { length: 3 } });
});

test("repeated requests: a profile conflicts with itself, an event with unique_id does not double", async () => {
  await switchOn("repeated-requests");
  expect(await order("order-1")).toBe(202);
  expect((await askNative(open, "GET", "/v1/events")).body).toMatchObject({ data: { length: 1 } });
  expect(await outcome(profiles.createProfile({ data: person("new@example.com") }))).toBe(409);
});

test("duplicate profiles: 409 with the id of the other, without a retry", async () => {
  await switchOn("duplicate-profiles");
  await expect(profiles.createProfile({ data: person("new@example.com") })).rejects.toMatchObject({
    response: { data: { errors: [{ meta: { duplicate_profile_id: expect.stringMatching(/^prof_/) } }] } },
  });
  expect(await attempts()).toEqual([409]);
});

test("revoked token: 401 from the twenty-first request on, without a retry", async () => {
  await switchOn("revoked-token");
  expect((await orders(22)).slice(-3)).toEqual([202, 401, 401]);
  expect(await attempts()).toHaveLength(22);
});

test("slow network: the answer arrives, late and whole", async () => {
  await switchOn("slow-network");
  expect(await order("order-1")).toBe(202);
  expect((await recorded(open))[0]?.durationMs).toBeGreaterThanOrEqual(999);
}, 30_000);

test("broken answers: HTML with a good status passes for success, a broken connection does not", async () => {
  await switchOn("broken-answers");
  expect(await orders(6)).toEqual([202, 202, 202, 202, 202, "ECONNRESET"]);
  expect((await recorded(open))[3]?.response?.body).toMatch(/^<!DOCTYPE html>/);
});
