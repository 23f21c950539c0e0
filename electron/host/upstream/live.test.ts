import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import {
  askNative,
  key,
  klaviyoEvent,
  klaviyoEvents,
  klaviyoProfile,
  type OpenHost,
  openHost,
  post,
  recorded,
} from "../host.fixture.ts";

const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each[Symbol.asyncDispose]();
});

async function liveHost(baseUrl: string, liveKey: string | undefined = key, live = 2000): Promise<OpenHost> {
  const host = await openHost({ upstream: { kind: "live", baseUrl }, liveKey: () => liveKey, timing: { live } });
  open.push(host);
  return host;
}

async function secondHost(): Promise<OpenHost> {
  const host = await openHost();
  open.push(host);
  return host;
}

/** A native API that answers its calls in turn with `answers`. */
async function scripted(...answers: ((request: IncomingMessage, response: ServerResponse) => void)[]) {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    bodies.push(await text(request));
    const answer = answers[bodies.length - 1] ?? answers.at(-1);
    answer?.(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  open.push({
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  });
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}/v1`, bodies };
}

const send =
  (status: number, body: string, headers: Record<string, string> = {}) =>
  (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  };
const accepted = send(
  201,
  '{"id":"evt_1","event_type":"placed_order","profile_id":"prof_1","profile":{},"properties":{},"idempotency_key":null,"occurred_at":"2026-01-01T00:00:00Z","created_at":"2026-01-01T00:00:00Z"}',
);
const unavailable = send(503, '{"error":{"code":"internal_error","message":"down","field":null,"request_id":"r"}}');

test("an event reaches another workbench's native surface, and both records say so", async () => {
  const second = await secondHost();
  const first = await liveHost(second.host.nativeUrl);
  const response = await post(first, "/api/events", klaviyoEvent({ unique_id: "order-1" }));
  expect(response.status).toBe(202);
  expect((await askNative(second, "GET", "/v1/events")).body).toMatchObject({
    data: [{ event_type: "placed_order", idempotency_key: "order-1" }],
  });
  expect((await askNative(first, "GET", "/v1/events")).body).toMatchObject({ data: [] });

  const [exchange] = await recorded(first);
  expect(exchange?.native[0]).toMatchObject({
    request: { method: "POST", path: "/v1/events" },
    response: { status: 201 },
  });
  expect(JSON.stringify(exchange)).not.toContain(key);
});

test("an address without a path means its /v1", async () => {
  const second = await secondHost();
  const first = await liveHost(second.origin);
  expect((await post(first, "/api/events", klaviyoEvent())).status).toBe(202);
});

test("a refusal of the native API comes back in Klaviyo's form", async () => {
  const second = await secondHost();
  const first = await liveHost(second.host.nativeUrl);
  await post(first, "/api/profiles", klaviyoProfile());
  const response = await post(first, "/api/profiles", klaviyoProfile());
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({
    errors: [{ code: "duplicate_profile", meta: { duplicate_profile_id: expect.stringMatching(/^prof_/) } }],
  });
});

test("without a key nothing is sent, and the answer says where to set one", async () => {
  const second = await secondHost();
  const first = await liveHost(second.host.nativeUrl, "");
  const response = await post(first, "/api/events", klaviyoEvent());
  expect(response.status).toBe(502);
  expect(await response.json()).toMatchObject({
    errors: [{ detail: `The workbench has no key for the native API at ${second.host.nativeUrl}.` }],
  });
  const [exchange] = await recorded(first);
  expect(exchange?.native).toEqual([]);
  expect(exchange?.findings.at(-1)?.message).toContain("POSTSCRIPT_API_KEY");
});

test("a native API that cannot be reached is a 502, and the record has no response of it", async () => {
  const second = await secondHost();
  const { nativeUrl } = second.host;
  await second.host.close();
  const first = await liveHost(nativeUrl);
  expect((await post(first, "/api/events", klaviyoEvent())).status).toBe(502);
  const [exchange] = await recorded(first);
  expect(exchange?.native).toMatchObject([{ response: null }]);
});

test("a native API that does not answer in time is a 504, and an event without a unique_id is not sent twice", async () => {
  const { baseUrl, bodies } = await scripted(() => undefined);
  const first = await liveHost(baseUrl, key, 100);
  expect((await post(first, "/api/events", klaviyoEvent())).status).toBe(504);
  expect(bodies).toHaveLength(1);
});

test("an event with a unique_id is sent again after a 503", async () => {
  const { baseUrl, bodies } = await scripted(unavailable, accepted);
  const first = await liveHost(baseUrl);
  expect((await post(first, "/api/events", klaviyoEvent({ unique_id: "order-1" }))).status).toBe(202);
  expect(bodies).toHaveLength(2);
  expect(bodies[1]).toBe(bodies[0]);
});

test("a profile is not changed for an event that was refused", async () => {
  const refused = send(400, '{"error":{"code":"validation_error","message":"no","field":null,"request_id":"r"}}');
  const { baseUrl, bodies } = await scripted(refused, accepted);
  const first = await liveHost(baseUrl);
  const profile = { data: { type: "profile", attributes: { email: "ada@example.com", first_name: "Ada" } } };
  const response = await post(first, "/api/events", klaviyoEvent({ profile }));
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ detail: "no" }] });
  expect(bodies).toHaveLength(1);
});

/** A bulk request of an event for each of two people, of whom more is known than who they are. */
const eventsOfTwo = klaviyoEvents(["Ada", "Grace"].map((name) => ({ email: `${name}@example.com`, first_name: name })));

test.each([
  ["refused", 400, 1],
  ["taken", 201, 3],
])("events of a bulk request that are %s decide whether its profiles are changed", async (_what, status, calls) => {
  const events = send(status, '{"events":[]}');
  const { baseUrl, bodies } = await scripted(
    (request, response) => setTimeout(events, 50, request, response),
    accepted,
  );
  const first = await liveHost(baseUrl);
  const finished = settled(first, ({ nativePending }) => nativePending === 0);
  expect((await post(first, "/api/event-bulk-create-jobs", eventsOfTwo)).status).toBe(202);
  await finished;
  expect(bodies.map((body) => body.includes('"identifiers"'))).toEqual([false, true, true].slice(0, calls));
  expect((await recorded(first))[0]?.native.map(({ response }) => response?.status)).toEqual(
    [status, 201, 201].slice(0, calls),
  );
});

test("there is one retry and no more", async () => {
  const { baseUrl, bodies } = await scripted(unavailable);
  const first = await liveHost(baseUrl);
  expect((await post(first, "/api/events", klaviyoEvent({ unique_id: "order-1" }))).status).toBeGreaterThanOrEqual(500);
  expect(bodies).toHaveLength(2);
});

test("a short Retry-After is waited for, a long one handed on", async () => {
  const limited =
    '{"error":{"code":"rate_limit_exceeded","message":"Rate limit exceeded. Please retry later.","field":null,"request_id":"r"}}';
  const short = await scripted(send(429, limited, { "retry-after": "0" }), accepted);
  expect((await post(await liveHost(short.baseUrl), "/api/events", klaviyoEvent())).status).toBe(202);

  const long = await scripted(send(429, limited, { "retry-after": "42" }));
  const response = await post(await liveHost(long.baseUrl), "/api/events", klaviyoEvent());
  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toBe("42");
  expect(long.bodies).toHaveLength(1);

  const endless = await scripted(send(429, limited, { "retry-after": "1e400" }));
  const handedOn = await post(await liveHost(endless.baseUrl), "/api/events", klaviyoEvent());
  expect(handedOn.headers.get("retry-after")).toBe("60");
});

test.each([
  ["a page of HTML", send(200, "<html>", { "content-type": "text/html" }), 200],
  ["JSON that is no object", send(200, '"ok"'), 200],
  ["an error with the status of a success", send(200, '{"error":{"code":"internal_error"}}'), 200],
  ["a redirect", send(302, "", { location: "http://127.0.0.1:1/" }), 302],
  ["nine megabytes", send(200, JSON.stringify("x".repeat(9 * 1024 * 1024))), 200],
])("%s instead of an answer is a 502, and kept", async (_name, answer, status) => {
  const { baseUrl } = await scripted(answer);
  const first = await liveHost(baseUrl);
  expect((await post(first, "/api/events", klaviyoEvent())).status).toBe(502);
  const [exchange] = await recorded(first);
  expect(exchange?.native[0]?.response?.status).toBe(status);
});

function importOf(count: number): object {
  const profiles = Array.from({ length: count }, (_, index) => ({
    type: "profile",
    attributes: { external_id: `p${index}` },
  }));
  return { data: { type: "profile-bulk-import-job", attributes: { profiles: { data: profiles } } } };
}

async function settled(host: OpenHost, isDone: (summary: { nativeCalls: number; nativePending: number }) => boolean) {
  const stream = await host.client.workbench.events();
  for await (const event of stream) if (event.type === "progressed" && isDone(event)) return;
}

test("a bulk request is answered at once; its calls follow in order, with progress", async () => {
  const second = await secondHost();
  const first = await liveHost(second.host.nativeUrl);
  const finished = settled(first, ({ nativePending }) => nativePending === 0);
  const response = await post(first, "/api/profile-bulk-import-jobs", importOf(50));
  expect(response.status).toBe(202);
  await finished;
  const [exchange] = await recorded(first);
  expect(exchange?.native).toHaveLength(50);
  expect(exchange?.native.map(({ request }) => request.body)).toEqual(
    Array.from({ length: 50 }, (_, index) => expect.stringContaining(`"p${index}"`)),
  );
  expect((await askNative(second, "GET", "/v1/profiles?limit=100")).body).toMatchObject({ data: { length: 50 } });
});

test("calls of a bulk request that get no answer are told in the log", async () => {
  const { baseUrl } = await scripted((request) => request.socket.destroy());
  const first = await liveHost(baseUrl);
  const finished = settled(first, ({ nativePending }) => nativePending === 0);
  await post(first, "/api/profile-bulk-import-jobs", importOf(2));
  await finished;
  await expect
    .poll(() => first.log.at(-1))
    .toMatch(/^2 of 2 native calls of exchange .* got no answer: .*could not be reached/);
});

test("single events count towards the rate that the fan-out keeps to", async () => {
  const { baseUrl, bodies } = await scripted(accepted);
  const first = await liveHost(baseUrl);
  for (let sent = 0; sent < 5; sent += 1) await post(first, "/api/events", klaviyoEvent());
  const held = settled(first, ({ nativeCalls }) => nativeCalls === 695);
  await post(first, "/api/profile-bulk-import-jobs", importOf(700));
  await held;
  expect(bodies).toHaveLength(700);
});

test("the fan-out keeps to the tier's rate, and a close leaves the rest visible as pending", async () => {
  const second = await secondHost();
  await second.client.settings.update({ rateLimit: "off" });
  const first = await liveHost(second.host.nativeUrl);
  const held = settled(first, ({ nativeCalls }) => nativeCalls === 700);
  await post(first, "/api/profile-bulk-import-jobs", importOf(1000));
  await held;
  await first.host.close();

  const again = await openHost({ dataDir: first.dataDir });
  open.push(again);
  const { session, startedAt } = await again.client.workbench.status();
  const { exchanges } = await again.client.exchanges.list({ session: session.id });
  expect(exchanges).toMatchObject([{ nativeCalls: 700, nativePending: 300 }]);
  expect(exchanges.every(({ at }) => at < startedAt)).toBe(true);
});
