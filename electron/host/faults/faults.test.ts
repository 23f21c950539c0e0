import { connect } from "node:net";
import { setTimeout } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type { Fault, FaultPlan } from "../../../core/faults/faultPlan.ts";
import {
  askNative,
  compatHeaders,
  klaviyoEvent,
  klaviyoProfile,
  type OpenHost,
  openHost,
  post,
  recorded,
} from "../host.fixture.ts";

let open: OpenHost;
afterEach(() => open[Symbol.asyncDispose]());

async function openWith(fault: Fault, others: Omit<FaultPlan["faults"][number], "fault"> = {}): Promise<void> {
  open = await openHost({ faults: { name: "Bad day", faults: [{ fault, ...others }] } });
}

const sendEvent = (attributes: object = {}) => post(open, "/klaviyo/v1/api/events", klaviyoEvent(attributes));

async function nativeEvents(): Promise<number> {
  const { body } = await askNative(open, "GET", "/v1/events");
  return (body as { data: unknown[] }).data.length;
}

/** All the bytes of an answer as they arrive, and how the connection ended. */
function rawExchange(): Promise<{ text: string; end: "end" | "reset"; chunks: number }> {
  const body = JSON.stringify(klaviyoProfile());
  const { hostname, port } = new URL(open.host.compatUrl);
  const headers = Object.entries({
    ...compatHeaders,
    host: hostname,
    connection: "close",
    "content-length": body.length,
  });
  const lines = headers.map(([name, value]) => `${name}: ${value}`).join("\r\n");
  return new Promise((resolve) => {
    let text = "";
    let chunks = 0;
    const socket = connect(Number(port), hostname, () =>
      socket.write(`POST /klaviyo/v1/api/profiles HTTP/1.1\r\n${lines}\r\n\r\n${body}`),
    );
    socket.on("data", (chunk) => {
      text += chunk;
      chunks += 1;
    });
    socket.on("error", () => resolve({ text, end: "reset", chunks }));
    socket.on("end", () => resolve({ text, end: "end", chunks }));
  });
}

const statuses = [401, 403, 429, 500, 502, 503, 504] as const;
test.each(statuses)("a refusal with %i has Klaviyo's form, does nothing and is recorded", async (status) => {
  await openWith({ kind: "refuse", status, ...(status === 429 && { retryAfterSeconds: 7 }) });
  const response = await sendEvent();
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ errors: [{ status, id: response.headers.get("x-klaviyo-req-id") }] });
  expect(response.headers.get("retry-after")).toBe(status === 429 ? "7" : null);
  expect(await nativeEvents()).toBe(0);
  const [exchange] = await recorded(open);
  expect(exchange?.response?.status).toBe(status);
  expect(exchange?.findings).toContainEqual(
    expect.objectContaining({
      code: "fault-on-purpose",
      message: `On purpose (Bad day): the request was refused with ${status}.`,
    }),
  );
});

test("a refusal is worded as the surface itself would: by the scheme, the scope and the seconds of this request", async () => {
  const refusal = async (fault: Fault) => {
    await openWith(fault);
    const response = await post(open, "/klaviyo/v1/api/profiles", klaviyoProfile());
    const { session } = await open.client.workbench.status();
    const { exchanges } = await open.client.exchanges.list({ session: session.id });
    const shown = exchanges.map(({ title, subject }) => `${title} · ${subject}`);
    const said = { challenge: response.headers.get("www-authenticate"), text: await response.text(), shown };
    await open[Symbol.asyncDispose]();
    return said;
  };
  expect(await refusal({ kind: "refuse", status: 401 })).toMatchObject({ challenge: "Bearer, Klaviyo-API-Key" });
  expect(await refusal({ kind: "refuse", status: 403 })).toMatchObject({
    text: expect.stringContaining("required scope profiles:write"),
    shown: ["Missing scope · profiles:write"],
  });
  expect(await refusal({ kind: "refuse", status: 429, retryAfterSeconds: 7 })).toMatchObject({
    text: expect.stringContaining("Expected available in 7 seconds."),
    shown: ["Request was throttled. · retry after 7 s"],
  });
  open = await openHost();
});

test("a request that is touched is found by its finding, and others are not", async () => {
  await openWith({ kind: "refuse", status: 503 }, { when: { every: 2 } });
  expect([(await sendEvent()).status, (await sendEvent()).status]).toEqual([202, 503]);
  const { session } = await open.client.workbench.status();
  const { exchanges } = await open.client.exchanges.list({ session: session.id, filter: "finding:fault-on-purpose" });
  expect(exchanges.map(({ status }) => status)).toEqual([503]);
});

test("what is composed at the screen is not touched", async () => {
  await openWith({ kind: "refuse", status: 503 });
  const { id } = await open.client.exchanges.send({
    method: "POST",
    path: "/klaviyo/v1/api/events",
    headers: Object.entries(compatHeaders),
    body: JSON.stringify(klaviyoEvent()),
  });
  expect((await open.client.exchanges.record({ id })).response?.status).toBe(202);
});

test("a late answer is late and right", async () => {
  await openWith({ kind: "latency", ms: 300 });
  const response = await sendEvent();
  expect(response.status).toBe(202);
  const [exchange] = await recorded(open);
  expect(exchange?.durationMs).toBeGreaterThanOrEqual(299);
});

test("a close does not wait for an answer that is held back", async () => {
  await openWith({ kind: "latency", ms: 3_600_000 });
  const answer = sendEvent();
  await setTimeout(300);
  await open.host.close();
  expect((await answer).status).toBe(202);
});

test("a client that goes away while faults are on is recorded as that, and not as a fault", async () => {
  await openWith({ kind: "reset", at: "answer" });
  const { hostname, port } = new URL(open.host.compatUrl);
  const socket = connect(Number(port), hostname).on("error", () => undefined);
  const stream = await open.client.workbench.events();
  socket.write('POST /klaviyo/v1/api/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n{"data":', () =>
    socket.resetAndDestroy(),
  );
  for await (const event of stream) if (event.type === "recorded") break;
  const { session } = await open.client.workbench.status();
  const { exchanges } = await open.client.exchanges.list({ session: session.id });
  expect(exchanges).toMatchObject([{ status: null, isFaulted: false }]);
});

test("a reset before anything is done leaves nothing natively, and a record without an answer", async () => {
  await openWith({ kind: "reset", at: "request" });
  await expect(sendEvent()).rejects.toThrow();
  expect(await nativeEvents()).toBe(0);
  expect((await recorded(open)).map(({ response }) => response)).toEqual([null]);
  const { session } = await open.client.workbench.status();
  const { exchanges } = await open.client.exchanges.list({ session: session.id });
  expect(exchanges).toMatchObject([{ status: null, isFaulted: true }]);
});

test("a lost answer leaves what was done, and the retry with the same unique_id makes no second event", async () => {
  await openWith({ kind: "reset", at: "answer" }, { when: { times: 1 } });
  await expect(sendEvent({ unique_id: "order-1" })).rejects.toThrow();
  expect(await nativeEvents()).toBe(1);
  expect((await sendEvent({ unique_id: "order-1" })).status).toBe(202);
  expect(await nativeEvents()).toBe(1);
  expect((await recorded(open)).map(({ response }) => response?.status)).toEqual([undefined, 202]);
});

test("a reset in the middle sends a part of the body", async () => {
  await openWith({ kind: "reset", at: "half" });
  const { text, end } = await rawExchange();
  expect(end).toBe("reset");
  expect(text).toMatch(/^HTTP\/1\.1 201 Created\r\n/);
  const [head = "", body = ""] = text.split("\r\n\r\n");
  expect(body.length).toBe(Math.floor(Number(/content-length: (\d+)/i.exec(head)?.[1]) / 2));
});

test("a reset at the end sends the whole body", async () => {
  await openWith({ kind: "reset", at: "end" });
  const { text, end } = await rawExchange();
  expect(end).toBe("reset");
  expect(JSON.parse(text.split("\r\n\r\n")[1] ?? "")).toMatchObject({ data: { type: "profile" } });
});

test("an answer that drips arrives whole, in many pieces", async () => {
  await openWith({ kind: "drip", bytesPerSecond: 4000 });
  const { text, end, chunks } = await rawExchange();
  expect(end).toBe("end");
  expect(chunks).toBeGreaterThan(3);
  expect(JSON.parse(text.split("\r\n\r\n")[1] ?? "")).toMatchObject({ data: { type: "profile" } });
});

test.each(["truncated", "html", "empty", "other-shape"] as const)("a malformed answer: %s", async (body) => {
  await openWith({ kind: "malform", body });
  const response = await post(open, "/klaviyo/v1/api/profiles", klaviyoProfile());
  expect(response.status).toBe(201);
  const text = await response.text();
  expect(response.headers.get("content-type")).toMatch(body === "html" ? /^text\/html/ : /vnd\.api\+json/);
  expect(response.headers.get("content-length")).toBe(String(text.length));
  const [exchange] = await recorded(open);
  expect(exchange?.response?.body).toBe(text);
  if (body === "other-shape") expect(JSON.parse(text).data.type).toBe("surprise");
  else expect(() => JSON.parse(text)).toThrow();
});

test("half of a bulk import fails: the other half is there, and each call shows which", async () => {
  await openWith({ kind: "native", error: "internal_error", share: 0.5 });
  const profiles = Array.from({ length: 40 }, (_, index) => klaviyoProfile({ email: `p${index}@example.com` }));
  const job = {
    type: "profile-bulk-import-job",
    attributes: { profiles: { data: profiles.map((one) => Object.values(one)[0]) } },
  };
  const response = await post(open, "/klaviyo/v1/api/profile-bulk-import-jobs", { data: job });
  expect(response.status).toBe(502);
  const [exchange] = await recorded(open);
  const failed = exchange?.native.filter(({ response: answer }) => answer?.status === 500).length ?? 0;
  expect(failed).toBeGreaterThan(5);
  expect(failed).toBeLessThan(35);
  const { body } = await askNative(open, "GET", "/v1/profiles?limit=100");
  expect((body as { data: unknown[] }).data).toHaveLength(40 - failed);
  expect(exchange?.findings.map(({ message }) => message)).toContain(
    `On purpose (Bad day): ${failed} native calls failed with internal_error.`,
  );
});

test("a profile is not changed for an event that failed on purpose", async () => {
  await openWith({ kind: "native", error: "internal_error" });
  const profile = { data: { type: "profile", attributes: { email: "ada@example.com", first_name: "Ada" } } };
  expect((await sendEvent({ profile })).status).toBe(502);
  const [exchange] = await recorded(open);
  expect(exchange?.native.map(({ request }) => request.path)).toEqual(["/v1/events"]);
  expect(exchange?.findings.map(({ message }) => message)).toContain(
    "On purpose (Bad day): 1 native call failed with internal_error.",
  );
});

test("an upstream that cannot be reached is a 502 whose native call has no answer", async () => {
  await openWith({ kind: "native", error: "unreachable" });
  expect((await sendEvent()).status).toBe(502);
  const [exchange] = await recorded(open);
  expect(exchange?.native.map(({ response }) => response)).toEqual([null]);
});

test("a repeated request doubles an event without unique_id, and a profile conflicts", async () => {
  await openWith({ kind: "repeat" });
  expect((await sendEvent()).status).toBe(202);
  expect(await nativeEvents()).toBe(2);
  expect((await post(open, "/klaviyo/v1/api/profiles", klaviyoProfile({ email: "new@example.com" }))).status).toBe(409);
});

test("a plan begins anew when it is changed, and goes on when another setting is", async () => {
  await openWith({ kind: "refuse", status: 503 }, { when: { skip: 1, times: 1 } });
  expect((await sendEvent()).status).toBe(202);
  await open.client.settings.update({ appearance: "dark" });
  expect((await sendEvent()).status).toBe(503);
  expect((await sendEvent()).status).toBe(202);
  await open.client.settings.update({
    faults: { name: "Worse", faults: [{ fault: { kind: "refuse", status: 500 } }] },
  });
  expect((await sendEvent()).status).toBe(500);
  await open.client.settings.update({ faults: null });
  expect((await sendEvent()).status).toBe(202);
});
