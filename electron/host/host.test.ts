import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import {
  askNative,
  compatHeaders,
  key,
  klaviyoEvent,
  type OpenHost,
  openHost,
  post,
  recorded,
} from "./host.fixture.ts";

const hosts: OpenHost[] = [];
afterEach(async () => {
  for (const host of hosts.splice(0).reverse()) await host[Symbol.asyncDispose]();
});

async function open(options: Parameters<typeof openHost>[0] = {}): Promise<OpenHost> {
  const host = await openHost(options);
  hosts.push(host);
  return host;
}

const portOf = (url: string): number => Number(new URL(url).port);

test("names what to paste and where the page is", async () => {
  const { host, origin } = await open();
  expect(host.compatUrl).toBe(`${origin}/klaviyo/v1`);
  expect(host.nativeUrl).toBe(`${origin}/v1`);
  expect(host.controlUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=.+/);
});

test("a taken port is named with its option, and nothing stays open", async () => {
  const first = await open();
  const port = portOf(first.origin);
  await expect(openHost({ port })).rejects.toThrow(
    `Port ${port} is in use. End the program that uses it, or choose another port with --port.`,
  );
  const controlPort = portOf(first.host.controlUrl);
  await expect(openHost({ controlPort })).rejects.toThrow(`Port ${controlPort} is in use.`);
  await expect(openHost({ controlPort })).rejects.toThrow("--control-port");
});

test("a closed host frees its ports and finds everything again", async () => {
  const first = await open();
  await post(first, "/api/events", klaviyoEvent());
  const before = await recorded(first);
  await first.host.close();
  await expect(fetch(first.origin)).rejects.toThrow();

  const again = await open({ dataDir: first.dataDir, port: portOf(first.origin) });
  expect(await recorded(again)).toEqual(before);
  expect((await askNative(again, "GET", "/v1/events")).body).toMatchObject({ data: [{ event_type: "placed_order" }] });
});

test("what a start says holds at once and shows in the settings", async () => {
  const { client } = await open({ rateLimit: "partner", upstream: { kind: "live", baseUrl: "http://127.0.0.1:9/v1" } });
  const { settings, hasLiveKey } = await client.workbench.status();
  expect(settings).toMatchObject({
    rateLimit: "partner",
    upstream: { kind: "live", baseUrl: "http://127.0.0.1:9/v1" },
  });
  expect(hasLiveKey).toBe(false);
});

test("a fault on the way is a recorded 500, and the next request is answered", async () => {
  let isBroken = true;
  const host = await open({
    upstream: { kind: "live", baseUrl: "http://127.0.0.1:9/v1" },
    liveKey: () => {
      if (isBroken) throw new Error("the keychain is gone");
      return undefined;
    },
  });
  const response = await post(host, "/api/events", klaviyoEvent());
  expect(response.status).toBe(500);
  const id = response.headers.get("x-klaviyo-req-id");
  expect(await response.json()).toEqual({
    errors: [
      {
        id,
        status: 500,
        code: "error",
        title: "A server error occurred.",
        detail: "A server error occurred.",
        source: { pointer: "/data/" },
      },
    ],
  });
  expect(host.log.join("\n")).toContain("the keychain is gone");
  isBroken = false;
  expect((await post(host, "/api/events", klaviyoEvent())).status).toBe(502);
  expect((await recorded(host)).map(({ response }) => response?.status)).toEqual([500, 502]);
});

test("bytes that are not HTTP get a clean 400", async () => {
  const { origin } = await open();
  const socket = connect(portOf(origin), "127.0.0.1");
  await once(socket, "connect");
  socket.write("\u0016\u0003\u0001\r\n\r\n");
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/vnd\.api\+json\r\n/);
  expect(answer).toContain('"code":"parse_error"');
});

test("a composed request takes the same way and is recorded as such", async () => {
  const host = await open();
  const body = JSON.stringify(klaviyoEvent());
  const headers = Object.entries(compatHeaders);
  const { id } = await host.client.exchanges.send({ method: "POST", path: "/klaviyo/v1/api/events", headers, body });
  expect(await recorded(host)).toMatchObject([
    { id, origin: "composed", request: { body }, response: { status: 202 } },
  ]);
});

test.each(["Klaviyo-API-Key", "bearer"])(
  "a replay may carry the fingerprint that its record holds under %s, and reaches the same property",
  async (scheme) => {
    const host = await open();
    await post(host, "/api/events", klaviyoEvent(), { ...compatHeaders, authorization: `${scheme} ${key}` });
    const [first] = await recorded(host);
    if (!first) throw new Error("Nothing was recorded.");
    await host.client.exchanges.replay({ id: first.id });
    expect((await askNative(host, "GET", "/v1/events")).body).toMatchObject({ data: [{}, {}] });
    expect((await recorded(host))[1]).toMatchObject({
      origin: "replayed",
      parent: first.id,
      response: { status: 202 },
    });
  },
);

test("a request that was recorded at Klaviyo is taken at the screen by its key, and told what a client gets for it", async () => {
  const host = await open();
  const headers = Object.entries({ ...compatHeaders, authorization: "Klaviyo-API-Key pk_#0123456789ab" });
  const body = JSON.stringify(klaviyoEvent());
  await host.client.exchanges.send({ method: "POST", path: "/api/events", headers, body });
  const [sent] = await recorded(host);
  expect(sent?.response?.status).toBe(202);
  expect(sent?.findings.map(({ code }) => code)).toContain("klaviyo-key");
});

test("on the wire a fingerprint opens nothing", async () => {
  const host = await open();
  await post(host, "/api/events", klaviyoEvent());
  const [first] = await recorded(host);
  const authorization = first?.request.headers.find(([name]) => name === "authorization")?.[1] ?? "";
  expect(authorization).not.toContain(key);
  const response = await post(host, "/api/events", klaviyoEvent(), { ...compatHeaders, authorization });
  expect(response.status).toBe(401);
});

test("a folder whose native calls were live says so when it is opened again", async () => {
  const first = await open({ upstream: { kind: "live", baseUrl: "http://127.0.0.1:9/v1" } });
  await first.host.close();
  const again = await open({ dataDir: first.dataDir });
  expect(again.log).toContain("Native calls go to http://127.0.0.1:9/v1, and not to the sandbox.");
});
