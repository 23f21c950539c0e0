import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  answeredId,
  askNative,
  compatHeaders,
  key,
  keyNamed,
  klaviyoEvent,
  klaviyoProfile,
  type OpenHost,
  openHost,
  post,
  recorded,
} from "../host.fixture.ts";

const uuid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);

let open: OpenHost;
beforeEach(async () => {
  open = await openHost();
});
afterEach(() => open[Symbol.asyncDispose]());

test.each([
  "/klaviyo/v1/api/events",
  "/klaviyo/v1/api/events/",
  "/klaviyo/v1/events",
  "/klaviyo/v1/events/",
  "/api/events",
  "/api/events/",
  "//api//events/",
  "/klaviyo/v1//api/events?fields%5Bevent%5D=x",
])("POST %s is an event, recorded with the path as sent", async (path) => {
  expect((await post(open, path, klaviyoEvent())).status).toBe(202);
  const [exchange] = await recorded(open);
  expect(exchange).toMatchObject({ endpoint: "events", origin: "captured", parent: null, seq: 1 });
  expect(exchange?.request.path).toBe(path);
});

test("an event becomes native, is answered in Klaviyo's form and is all in the record", async () => {
  const body = JSON.stringify(klaviyoEvent({ value: 12.5, unique_id: "order-1001" }));
  const response = await post(open, "/api/events", body);
  const answer = await response.text();
  expect(JSON.parse(answer)).toMatchObject({ data: { type: "event", id: expect.stringMatching(/^evt_/) } });

  const [exchange] = await recorded(open);
  expect(exchange?.request.body).toBe(body);
  expect(exchange?.native).toHaveLength(1);
  expect(exchange?.native[0]?.request).toMatchObject({ method: "POST", path: "/v1/events" });
  expect(exchange?.native[0]?.response?.status).toBe(201);
  expect(exchange?.response).toMatchObject({ status: 202, body: answer });
  expect(exchange?.response?.headers).toContainEqual(["X-Klaviyo-Req-Id", exchange?.id]);
});

test("the key is recorded as its fingerprint only", async () => {
  await post(open, "/api/events", klaviyoEvent());
  const [exchange] = await recorded(open);
  expect(JSON.stringify(exchange)).not.toContain(key);
  expect(exchange?.request.headers).toContainEqual([
    "authorization",
    expect.stringMatching(/^Klaviyo-API-Key ps_test_#[0-9a-f]{12}$/),
  ]);
});

test("every answer says where the limit stands, which request it was and that no page may read it", async () => {
  const { status, headers } = await post(open, "/api/profiles", klaviyoProfile());
  expect(status).toBe(201);
  expect(Object.fromEntries(headers)).toMatchObject({
    "content-type": "application/vnd.api+json",
    allow: "POST",
    "ratelimit-limit": "700",
    "ratelimit-remaining": "699",
    "ratelimit-reset": "60",
    "x-klaviyo-req-id": uuid,
    "x-klaviyo-api-revision": "2026-07-15",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  });
  expect(headers.has("access-control-allow-origin")).toBe(false);
});

test.each([
  ["gzip", gzipSync],
  ["deflate", deflateSync],
  ["br", brotliCompressSync],
])("takes a body in %s and keeps the bytes of the wire", async (coding, compress) => {
  const packed = new Uint8Array(compress(JSON.stringify(klaviyoEvent())));
  const response = await post(open, "/api/events", packed, { ...compatHeaders, "content-encoding": coding });
  expect(response.status).toBe(202);
  const [exchange] = await recorded(open);
  const kept = exchange?.request.body;
  expect(typeof kept === "object" && Buffer.from(kept.base64, "base64")).toEqual(Buffer.from(packed));
});

test("takes the scheme Bearer, and JSON with parameters", async () => {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json; charset=utf-8" };
  expect((await post(open, "/api/events", klaviyoEvent(), headers)).status).toBe(202);
});

test("a key without the scope is told which", async () => {
  const secret = keyNamed("reader");
  await open.client.settings.addKey({ name: "reader", key: secret, scopes: ["events:read", "profiles:write"] });
  const headers = { ...compatHeaders, authorization: `Klaviyo-API-Key ${secret}` };
  const response = await post(open, "/api/events", klaviyoEvent(), headers);
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({
    errors: [{ code: "permission_denied", detail: "API key does not have required scope events:write" }],
  });
  expect((await post(open, "/api/profiles", klaviyoProfile(), headers)).status).toBe(201);
  expect((await post(open, "/api/profiles", klaviyoProfile())).status).toBe(401);
});

test("the tier's limit refuses with Retry-After until the window slides, over both surfaces", async () => {
  for (let sent = 0; sent < 699; sent += 1) await post(open, "/api/events", klaviyoEvent());
  expect((await askNative(open, "GET", "/v1/events")).headers.get("ratelimit-remaining")).toBe("0");
  open.clock.now = 30_000;
  const refused = await post(open, "/api/events", klaviyoEvent());
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("30");
  expect(await refused.json()).toMatchObject({
    errors: [
      {
        code: "throttled",
        detail: "Request was throttled. Expected available in 30 seconds.",
        source: { pointer: "/data" },
      },
    ],
  });
  expect((await askNative(open, "GET", "/v1/events")).body).toMatchObject({
    error: { code: "rate_limit_exceeded", message: "Rate limit exceeded. Please retry later." },
  });
  const other = { ...compatHeaders, authorization: `Bearer ${keyNamed("other")}` };
  expect((await post(open, "/api/events", klaviyoEvent(), other)).status).toBe(202);
  open.clock.now = 60_000;
  expect((await post(open, "/api/events", klaviyoEvent())).status).toBe(202);
});

test("without a limit no answer speaks of one", async () => {
  await open.client.settings.update({ rateLimit: "off" });
  const { headers } = await post(open, "/api/events", klaviyoEvent());
  expect([...headers.keys()].filter((name) => name.startsWith("ratelimit"))).toEqual([]);
});

test.each([
  ["truncated JSON", '{"data":{"type":"event"'],
  ["no body", ""],
  ["a list", "[]"],
  ["a number", "12345678901234567890"],
  ["100,000 open brackets", "[".repeat(100_000)],
  ["100,000 nested objects", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
  ["a polluting key", '{"__proto__":{"polluted":true}}'],
])("%s is refused with 400, recorded as it came, and harms no later request", async (_name, body) => {
  expect((await post(open, "/api/events", body)).status).toBe(400);
  expect((await post(open, "/api/events", klaviyoEvent())).status).toBe(202);
  const [exchange] = await recorded(open);
  expect(exchange?.request.body).toBe(body);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

test("invalid UTF-8 is refused and its bytes are kept", async () => {
  const bytes = new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]);
  expect((await post(open, "/api/events", bytes)).status).toBe(400);
  const [exchange] = await recorded(open);
  expect(exchange?.request.body).toEqual({ base64: Buffer.from(bytes).toString("base64") });
});

test("a client that goes away is recorded with what came and without an answer", async () => {
  const { port } = new URL(open.origin);
  const socket = connect(Number(port), "127.0.0.1");
  socket.on("error", () => undefined);
  await once(socket, "connect");
  socket.write('POST /api/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n{"data":');
  const stream = await open.client.workbench.events();
  socket.resetAndDestroy();
  for await (const event of stream) if (event.type === "recorded") break;
  const [exchange] = await recorded(open);
  expect(exchange).toMatchObject({ endpoint: "events", response: null, native: [] });
  expect(exchange?.request.body).toBe('{"data":');
});

test("numbers arrive natively as they were sent", async () => {
  const body = JSON.stringify(klaviyoEvent({ properties: { a: 1, b: 2 } })).replace(
    '{"a":1,"b":2}',
    '{"a":12345678901234567890,"b":0.1000}',
  );
  expect((await post(open, "/api/events", body)).status).toBe(202);
  const [exchange] = await recorded(open);
  expect(exchange?.native[0]?.request.body).toContain('"a":12345678901234567890,"b":0.1000');
  expect(exchange?.native[0]?.response?.body).toContain('"a":12345678901234567890,"b":0.1000');
});

test("a repeated profile is a conflict that names the first", async () => {
  const id = await answeredId(await post(open, "/api/profiles", klaviyoProfile()));
  const second = await post(open, "/api/profiles", klaviyoProfile());
  expect(second.status).toBe(409);
  expect(await second.json()).toMatchObject({
    errors: [{ code: "duplicate_profile", meta: { duplicate_profile_id: id } }],
  });
});

test("a bulk request with one bad item is refused whole", async () => {
  const profiles = ["a@b.example", "not an address", "c@d.example"].map((email) => ({
    type: "profile",
    attributes: { email },
  }));
  const response = await post(open, "/api/profile-bulk-import-jobs", {
    data: { type: "profile-bulk-import-job", attributes: { profiles: { data: profiles } } },
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    errors: [{ source: { pointer: "/data/attributes/profiles/data/1/attributes/email" } }],
  });
  expect((await askNative(open, "GET", "/v1/profiles")).body).toEqual({ data: [], next: null });
});

test("while a large import is applied, others are answered", async () => {
  const profiles = Array.from({ length: 10_000 }, (_, index) => ({
    type: "profile",
    attributes: { external_id: `p${index}` },
  }));
  const order: string[] = [];
  const bulk = post(open, "/api/profile-bulk-import-jobs", {
    data: { type: "profile-bulk-import-job", attributes: { profiles: { data: profiles } } },
  }).then(({ status }) => order.push(`import ${status}`));
  const first = await post(open, "/api/events", klaviyoEvent());
  order.push(`event ${first.status}`);
  await bulk;
  expect(order).toEqual(["event 202", "import 202"]);
  const { exchanges } = await open.client.exchanges.list({
    session: (await open.client.workbench.status()).session.id,
  });
  expect(exchanges.find(({ endpoint }) => endpoint === "profile-bulk-import-jobs")).toMatchObject({
    nativePending: 0,
    nativeCalls: 10_000,
  });
});

test("a bulk import whose profiles have empty external ids is taken whole", async () => {
  const profiles = ["a@example.com", "b@example.com"].map((email) => ({
    type: "profile",
    attributes: { email, external_id: "" },
  }));
  const job = { data: { type: "profile-bulk-import-job", attributes: { profiles: { data: profiles } } } };
  expect((await post(open, "/api/profile-bulk-import-jobs", job)).status).toBe(202);
  expect((await askNative(open, "GET", "/v1/profiles")).body).toMatchObject({ data: { length: 2 } });
});

test.each(["/api/profiles?api_key=", "/api/profiles?q=", "/api/"])(
  "a key behind %s is in the folder and in the answer as its fingerprint only",
  async (path) => {
    const given = keyNamed("address");
    const answer = await (await post(open, `${path}${given}`, klaviyoProfile())).text();
    expect(answer).toContain("ps_test_");
    expect(answer).not.toContain(given);
    for (const file of await readdir(open.dataDir)) {
      expect((await readFile(join(open.dataDir, file))).includes(given)).toBe(false);
    }
  },
);

test("links repeat the host that the client called", async () => {
  const { port } = new URL(open.origin);
  const response = await fetch(`http://localhost:${port}/api/profiles?fields[profile]=email`, {
    method: "POST",
    headers: compatHeaders,
    body: JSON.stringify(klaviyoProfile()),
  });
  expect(await response.json()).toMatchObject({
    links: { self: `http://localhost:${port}/api/profiles?fields[profile]=email` },
  });
});
