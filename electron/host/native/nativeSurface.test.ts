import { afterEach, beforeEach, expect, test } from "vitest";
import { answeredId, askNative, key, keyNamed, klaviyoEvent, type OpenHost, openHost, post } from "../host.fixture.ts";

const event = { event_type: "placed_order", profile: { email: "ada@example.com" } };

let open: OpenHost;
beforeEach(async () => {
  open = await openHost();
});
afterEach(() => open[Symbol.asyncDispose]());

const ask = (method: "GET" | "POST", path: string, body?: unknown, apiKey?: string) =>
  askNative(open, method, path, body, apiKey);

async function idOf(path: string, body: unknown): Promise<string> {
  const answer = await ask("POST", path, body);
  expect(answer).toMatchObject({ body: { id: expect.any(String) } });
  return JSON.parse(JSON.stringify(answer.body)).id;
}

test("an event finds or creates its profile", async () => {
  const created = await ask("POST", "/v1/events", { ...event, properties: { total: 12.5 } });
  expect(created).toMatchObject({
    status: 201,
    body: { id: expect.stringMatching(/^evt_/), event_type: "placed_order", properties: { total: 12.5 } },
  });
  const profiles = await ask("GET", "/v1/profiles");
  expect(profiles.body).toMatchObject({ data: [{ email: "ada@example.com", phone: null }], next: null });
});

test("a repeated idempotency key gets the original answer and makes no second event", async () => {
  const first = await ask("POST", "/v1/events", { ...event, idempotency_key: "k", properties: { n: 1 } });
  const second = await ask("POST", "/v1/events", { ...event, idempotency_key: "k", properties: { n: 2 } });
  expect(second).toMatchObject({ status: 201, body: first.body });
  expect(await ask("GET", "/v1/events")).toMatchObject({ body: { data: [first.body] } });
});

test("requests that arrive together with one idempotency key make one event", async () => {
  const repeated = { ...event, idempotency_key: "k" };
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask("POST", "/v1/events", repeated)));
  const listed = await ask("GET", "/v1/events");
  expect(listed).toMatchObject({ body: { data: [answers[0]?.body] } });
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

test("an idempotency key counts within its property", async () => {
  const first = await ask("POST", "/v1/events", { ...event, idempotency_key: "k" });
  const other = await ask("POST", "/v1/events", { ...event, idempotency_key: "k" }, keyNamed("other"));
  expect(other.body).not.toEqual(first.body);
});

test("nothing of another property is reachable", async () => {
  const id = await idOf("/v1/events", event);
  expect((await ask("GET", `/v1/events/${id}`)).status).toBe(200);
  expect((await ask("GET", `/v1/events/${id}`, undefined, keyNamed("other"))).status).toBe(404);
  expect((await ask("GET", "/v1/profiles", undefined, keyNamed("other"))).body).toEqual({ data: [], next: null });
});

test("a page begins nowhere after what is another property's", async () => {
  await idOf("/v1/profiles", { email: "mine@example.com" });
  const other = await ask("POST", "/v1/profiles", { email: "theirs@example.com" }, keyNamed("other"));
  const { id } = JSON.parse(JSON.stringify(other.body));
  expect((await ask("GET", `/v1/profiles?after=${id}`)).body).toEqual({ data: [], next: null });
});

test("the profile that has most of the identifiers is the one, and lacks are filled", async () => {
  await idOf("/v1/profiles", { email: "ada@example.com" });
  const better = await idOf("/v1/profiles", { phone: "+15005550006", external_id: "a1" });
  const answer = await ask("POST", "/v1/profiles/upsert", {
    identifiers: { email: "ada@example.com", phone: "+15005550006", external_id: "a1" },
    attributes: {},
  });
  expect(answer).toMatchObject({ status: 200, body: { id: better, email: null, external_id: "a1" } });
  const filled = await ask("POST", "/v1/profiles/upsert", {
    identifiers: { email: "new@example.com", external_id: "a1" },
    attributes: {},
  });
  expect(filled.body).toMatchObject({ id: better, email: "new@example.com" });
});

test("an email names one person in any case of its letters, and is kept as it was sent", async () => {
  const id = await idOf("/v1/profiles", { email: "Ada@Example.com" });
  expect(await ask("POST", "/v1/profiles", { email: "ada@example.com" })).toMatchObject({
    status: 409,
    body: { error: { profile_id: id } },
  });
  expect((await ask("POST", "/v1/events", event)).body).toMatchObject({ profile_id: id });
  expect((await ask("GET", "/v1/profiles?email=ADA@example.com")).body).toMatchObject({
    data: [{ id, email: "Ada@Example.com" }],
  });
  const identifiers = { email: "ada@example.com", external_id: "a1" };
  const upserted = await ask("POST", "/v1/profiles/upsert", { identifiers, attributes: {} });
  expect(upserted.body).toMatchObject({ id, email: "ada@example.com", external_id: "a1" });
  expect(await ask("POST", "/v1/profiles", { external_id: "A1" })).toMatchObject({ status: 201 });
});

test("the oldest of equal matches is the one", async () => {
  const first = await idOf("/v1/profiles", { email: "ada@example.com" });
  await idOf("/v1/profiles", { phone: "+15005550006" });
  const identifiers = { email: "ada@example.com", phone: "+15005550006" };
  expect((await ask("POST", "/v1/profiles/upsert", { identifiers, attributes: {} })).body).toMatchObject({
    id: first,
    phone: null,
  });
});

test("an upsert merges: standard attributes side by side, custom ones in properties, null clears", async () => {
  const identifiers = { email: "ada@example.com" };
  await ask("POST", "/v1/profiles/upsert", {
    identifiers,
    attributes: { first_name: "Ada", city: "London", tier: 1, points: 0 },
  });
  const { body } = await ask("POST", "/v1/profiles/upsert", {
    identifiers,
    attributes: { city: null, tier: "gold", points: null },
  });
  expect(body).toMatchObject({ first_name: "Ada", city: null, properties: { tier: "gold" } });
});

test("a created profile that exists is a conflict that names it", async () => {
  const id = await idOf("/v1/profiles", { email: "ada@example.com", first_name: "Ada" });
  expect(await ask("POST", "/v1/profiles", { email: "ada@example.com" })).toMatchObject({
    status: 409,
    body: { error: { code: "conflict", profile_id: id } },
  });
});

test("a bulk takes all events or none", async () => {
  expect(await ask("POST", "/v1/events/bulk", { events: [event, { event_type: "x", profile: {} }] })).toMatchObject({
    status: 400,
    body: {
      error: { code: "validation_error", message: "Profile must include email, phone, or external_id", field: "email" },
    },
  });
  expect((await ask("GET", "/v1/events")).body).toMatchObject({ data: [] });
  expect(await ask("POST", "/v1/events/bulk", { events: [event, event] })).toMatchObject({
    status: 202,
    body: { id: expect.stringMatching(/^job_/), accepted: 2 },
  });
});

test("lists go newest first, page by page", async () => {
  const ids: string[] = [];
  for (let index = 0; index < 5; index += 1)
    ids.unshift(await idOf("/v1/events", { ...event, event_type: `e${index}` }));
  const seen: string[] = [];
  let next: string | null = "";
  while (next !== null) {
    const { body } = await ask("GET", `/v1/events?limit=2${next ? `&after=${next}` : ""}`);
    const page: { data: { id: string }[]; next: string | null } = JSON.parse(JSON.stringify(body));
    seen.push(...page.data.map(({ id }) => id));
    next = page.next;
  }
  expect(seen).toEqual(ids);
});

test("lists are filtered by exact matches", async () => {
  await ask("POST", "/v1/events", event);
  await ask("POST", "/v1/events", { ...event, event_type: "other" });
  expect((await ask("GET", "/v1/events?event_type=other")).body).toMatchObject({ data: [{ event_type: "other" }] });
  expect((await ask("GET", "/v1/profiles?email=ada%40example.com")).body).toMatchObject({
    data: [{ email: "ada@example.com" }],
  });
  expect((await ask("GET", "/v1/profiles?email=bob%40example.com")).body).toMatchObject({ data: [] });
});

test("what arrives by one surface is visible by the other", async () => {
  const id = await answeredId(await post(open, "/api/events", klaviyoEvent()));
  expect((await ask("GET", `/v1/events/${id}`)).body).toMatchObject({ id, event_type: "placed_order" });
});

test("each answer carries the limit and its request's id, which an error repeats", async () => {
  const { headers, body } = await ask("GET", "/v1/events/evt_none");
  expect(headers.get("ratelimit-remaining")).toBe("699");
  expect(headers.get("content-type")).toBe("application/json");
  expect(body).toMatchObject({
    error: { code: "not_found", field: null, request_id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  });
});

test.each([
  ["GET", "/v1/campaigns", 404, "not_found", "There is no GET /v1/campaigns"],
  ["POST", "/v1/events/evt_1", 405, "not_found", "POST is not possible here, only GET"],
  ["GET", "/v1/events?limit=0", 400, "validation_error", expect.any(String)],
  ["POST", "/v1/events", 400, "validation_error", expect.any(String)],
] as const)("%s %s is answered with %i", async (method, path, status, code, message) => {
  const answer = await ask(method, path, method === "POST" ? {} : undefined);
  expect(answer).toMatchObject({ status, body: { error: { code, message } } });
});

test("where there is nothing, a key still hears where it stands", async () => {
  await ask("POST", "/v1/events", event);
  for (const path of ["/v1/campaigns", "/v1/events/evt_1"]) {
    expect((await ask("POST", path, {})).headers.get("ratelimit-remaining")).toBe("699");
  }
});

test.each([null, {}, { email: null }])(
  "an event of nobody (%j) is refused in the documented words",
  async (profile) => {
    expect(await ask("POST", "/v1/events", { event_type: "a", profile })).toMatchObject({
      status: 400,
      body: { error: { message: "Profile must include email, phone, or external_id", field: "email" } },
    });
  },
);

test("only Bearer opens the native surface", async () => {
  for (const authorization of [`Klaviyo-API-Key ${key}`, `Bearer ps_test_short`, ""]) {
    const response = await fetch(`${open.origin}/v1/events`, { headers: { authorization } });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: "unauthorized" } });
  }
});

test("a missing scope is named", async () => {
  const secret = keyNamed("writer");
  await open.client.settings.addKey({ name: "writer", key: secret, scopes: ["events:write"] });
  expect(await ask("GET", "/v1/events", undefined, secret)).toMatchObject({
    status: 403,
    body: { error: { code: "forbidden", message: "API key does not have required scope events:read" } },
  });
});

test.each([
  ["application/json", "{", 400, /^The body is not valid JSON/],
  ["text/plain", "{}", 415, /^Unsupported media type "text\/plain"/],
  ["application/json", "[".repeat(5000), 400, /nested deeper than 100/],
  ["application/json", `"${"x".repeat(5 * 1024 * 1024)}"`, 413, /must not exceed 5242880 bytes/],
])("a body as %s can be refused", async (type, body, status, message) => {
  const headers = { authorization: `Bearer ${key}`, "content-type": type };
  const response = await fetch(`${open.origin}/v1/events`, { method: "POST", headers, body });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({
    error: { code: "validation_error", message: expect.stringMatching(message) },
  });
});

test("an error names the request as the header does", async () => {
  for (const [path, body] of [
    ["/v1/events", { event_type: "a" }],
    ["/v1/nothing", {}],
  ] as const) {
    const { headers, body: answer } = await ask("POST", path, body);
    expect(answer).toMatchObject({ error: { request_id: headers.get("x-request-id") } });
  }
});

test("keys with half of a character are refused by both surfaces: the store would take two of them for one", async () => {
  const events = ["k\ud800", "k\ud801"].map((idempotency_key) => ({ ...event, idempotency_key }));
  expect(await ask("POST", "/v1/events/bulk", { events })).toMatchObject({
    status: 400,
    body: { error: { code: "validation_error", field: "events.0.idempotency_key" } },
  });
  const answer = await post(open, "/api/events", klaviyoEvent({ unique_id: "k\ud800" }));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ errors: [{ source: { pointer: "/data/attributes/unique_id" } }] });
});

test.each([
  ["phone", "+12", "Invalid phone number, expected E.164 format"],
  ["email", "not..an@address", "Invalid email address"],
])("a %s that the compat surface would refuse is refused natively too", async (field, value, message) => {
  expect(await ask("POST", "/v1/profiles", { [field]: value })).toMatchObject({
    status: 400,
    body: { error: { code: "validation_error", message, field } },
  });
});

test("an identifier may hold a question mark", async () => {
  await idOf("/v1/profiles", { external_id: "what?now" });
  expect((await ask("GET", "/v1/profiles?external_id=what?now")).body).toMatchObject({
    data: [{ external_id: "what?now" }],
  });
});
