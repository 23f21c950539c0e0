import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import type { Server } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { Answer, CapturedRequest } from "./capturedRequest.ts";
import { bodyBounds } from "./readRequestBody.ts";
import { type Surfaces, type SurfacesOptions, startSurfaces } from "./startSurfaces.ts";

const open: Surfaces[] = [];
afterEach(async () => {
  for (const surfaces of open.splice(0)) await surfaces.close();
});

const answerOf = (status: number, body: string): Answer => ({
  status,
  headers: [
    ["Content-Type", "text/plain"],
    ["Content-Length", String(body.length)],
  ],
  body,
});

async function start(options: Partial<SurfacesOptions> = {}) {
  const captured: CapturedRequest[] = [];
  const waiting: ((request: CapturedRequest) => void)[] = [];
  const surfaces = await startSurfaces({
    port: 0,
    answer: async (request) => {
      captured.push(request);
      waiting.shift()?.(request);
      return request.end === "client-gone" ? undefined : answerOf(request.end === "complete" ? 200 : 499, request.end);
    },
    refuse: (refusal) => answerOf(400, refusal),
    log: () => undefined,
    timeouts: { headers: 200, request: 400, grace: 100 },
    ...options,
  });
  open.push(surfaces);
  const next = () => new Promise<CapturedRequest>((resolve) => waiting.push(resolve));
  return { surfaces, captured, next };
}

async function dial(surfaces: Surfaces, bytes: string): Promise<Socket> {
  const socket = connect(surfaces.port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(bytes);
  return socket;
}

async function allOf(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(socket, "close");
  return Buffer.concat(chunks).toString();
}

const head = (path: string, ...lines: string[]) =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\n${lines.join("\r\n")}\r\n\r\n`;

test("captures method, raw path, header lines in order and case, and the bytes of the body", async () => {
  const { surfaces, captured } = await start();
  const socket = await dial(
    surfaces,
    head("//api/events/?a=%zz", "X-Odd: 1", "x-odd: 2", "Content-Type: %%", "Content-Length: 2", "Connection: close") +
      "{]",
  );
  expect(await allOf(socket)).toContain("200 OK");
  expect(captured[0]).toMatchObject({ method: "POST", path: "//api/events/?a=%zz", end: "complete" });
  expect(captured[0]?.headers.slice(1, 3)).toEqual([
    ["X-Odd", "1"],
    ["x-odd", "2"],
  ]);
  expect(Buffer.from(captured[0]?.body ?? []).toString()).toBe("{]");
});

test.each(["GET /%zz", "PROPFIND /api/events", "OPTIONS *", "GET /v1/events"])("takes over %s", async (line) => {
  const { surfaces, captured } = await start();
  await allOf(await dial(surfaces, `${line} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`));
  expect(captured.map(({ method, path }) => `${method} ${path}`)).toEqual([line]);
});

test("joins a chunked body", async () => {
  const { surfaces, captured } = await start();
  const socket = await dial(
    surfaces,
    `${head("/", "Transfer-Encoding: chunked", "Connection: close")}3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n`,
  );
  await allOf(socket);
  expect(Buffer.from(captured[0]?.body ?? []).toString()).toBe("abcde");
});

test("answers requests that come in one piece, in their order", async () => {
  const { surfaces, captured } = await start();
  const one = (path: string, ...lines: string[]) => `${head(path, "Content-Length: 2", ...lines)}{}`;
  const socket = await dial(surfaces, one("/1") + one("/2") + one("/3", "Connection: close"));
  expect((await allOf(socket)).match(/HTTP\/1.1 200 OK/g)).toHaveLength(3);
  expect(captured.map(({ path }) => path)).toEqual(["/1", "/2", "/3"]);
});

test("answers on ::1 as well, where the machine has it", async () => {
  const { surfaces } = await start();
  const socket = connect(surfaces.port, "::1");
  const outcome = await Promise.race([
    once(socket, "connect").then(() => "connected"),
    once(socket, "error").then(([error]) => error.code),
  ]);
  socket.destroy();
  expect(["connected", "EADDRNOTAVAIL", "ENETUNREACH"]).toContain(outcome);
});

test("a client that goes away amid the body is captured with what came", async () => {
  const { surfaces, next } = await start();
  const captured = next();
  const socket = await dial(surfaces, `${head("/", "Content-Length: 100")}partial`);
  socket.on("error", () => {});
  setImmediate(() => socket.resetAndDestroy());
  expect(await captured).toMatchObject({ end: "client-gone" });
});

test("a client that says it is done amid the body is answered, and captured with what came", async () => {
  const { surfaces, captured } = await start();
  const socket = await dial(surfaces, `${head("/", "Content-Length: 100")}partial`);
  socket.end();
  expect(await allOf(socket)).toMatch(/cut-short$/);
  expect(Buffer.from(captured[0]?.body ?? []).toString()).toBe("partial");
});

test("a client that has sent all and says so is answered", async () => {
  const { surfaces } = await start({
    answer: async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return answerOf(200, "answered");
    },
  });
  const socket = await dial(surfaces, `${head("/", "Content-Length: 2")}{}`);
  socket.end();
  expect(await allOf(socket)).toMatch(/answered$/);
});

test("a client that takes this for its proxy is understood", async () => {
  const { surfaces, captured } = await start();
  await allOf(await dial(surfaces, head("http://localhost:8020/klaviyo/v1/api/events?a=1", "Connection: close")));
  expect(captured[0]?.path).toBe("/klaviyo/v1/api/events?a=1");
});

const whole = "POST /a HTTP/1.1\r\nContent-Length: 2\r\nConnection: close\r\n";

test.each([
  ["a request without a Host", `${whole}\r\n{}`, { method: "POST", path: "/a", end: "malformed" }],
  ["an expectation that nobody knows", `${whole}Host: a\r\nExpect: tea\r\n\r\n{}`, { method: "POST", end: "complete" }],
  [
    "a client that asks for a tunnel",
    "CONNECT a.klaviyo.com:443 HTTP/1.1\r\nHost: a.klaviyo.com:443\r\n\r\n",
    { method: "CONNECT", path: "a.klaviyo.com:443", end: "complete" },
  ],
])("%s is captured and answered like any other", async (_what, bytes, request) => {
  const { surfaces, captured } = await start();
  expect(await allOf(await dial(surfaces, bytes))).toMatch(new RegExp(`^HTTP/1.1 [\\s\\S]*${request.end}$`));
  expect(captured).toMatchObject([request]);
  expect((await fetch(surfaces.origin)).status).toBe(200);
});

test("clients that asked for a tunnel may break off or stay, and the port can be closed", async () => {
  const { surfaces, next } = await start();
  const tunnel = "CONNECT a.klaviyo.com:443 HTTP/1.1\r\nHost: a\r\n\r\n";
  const captured = next();
  const broken = await dial(surfaces, tunnel);
  await captured;
  broken.resetAndDestroy();
  const staying = connect({ port: surfaces.port, host: "127.0.0.1", allowHalfOpen: true });
  staying.write(tunnel);
  await once(staying, "data");
  await surfaces.close();
  staying.destroy();
});

test("a client of HTTP/1.0 need not name a host", async () => {
  const { surfaces } = await start();
  expect(await allOf(await dial(surfaces, "POST / HTTP/1.0\r\nContent-Length: 2\r\n\r\n{}"))).toMatch(/complete$/);
});

test("a client that stops sending is answered and cut off", async () => {
  const { surfaces, captured } = await start();
  const socket = await dial(surfaces, `${head("/", "Content-Length: 100")}partial`);
  const answer = await allOf(socket);
  expect(answer).toMatch(/^HTTP\/1.1 499 [\s\S]*timed-out$/);
  expect(captured[0]).toMatchObject({ end: "timed-out" });
  expect(Buffer.from(captured[0]?.body ?? []).toString()).toBe("partial");
});

test("a client that never ends its headers is refused", async () => {
  const { surfaces, captured } = await start();
  expect(await allOf(await dial(surfaces, "POST / HTTP/1.1\r\nHost: a\r\n"))).toMatch(
    /^HTTP\/1.1 400 [\s\S]*timed-out$/,
  );
  expect(captured).toEqual([]);
});

test.each([
  ["what is not HTTP", "\u0016\u0003\u0001 hello\r\n\r\n", "malformed"],
  ["headers without end", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"y".repeat(40_000)}\r\n\r\n`, "headers-too-large"],
])("refuses %s and serves the next client", async (_name, bytes, refusal) => {
  const { surfaces } = await start();
  expect(await allOf(await dial(surfaces, bytes))).toMatch(new RegExp(`^HTTP/1.1 400 [\\s\\S]*${refusal}$`));
  expect((await fetch(surfaces.origin)).status).toBe(200);
});

test("a body with broken chunks is captured as far as it came", async () => {
  const { surfaces, captured } = await start();
  const socket = await dial(surfaces, `${head("/", "Transfer-Encoding: chunked")}3\r\nabc\r\nzz\r\n`);
  expect(await allOf(socket)).toMatch(/malformed$/);
  expect(Buffer.from(captured[0]?.body ?? []).toString()).toBe("abc");
});

test("garbage after a good request does not disturb its answer", async () => {
  const { surfaces } = await start({
    answer: async () => {
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
      return answerOf(200, "first");
    },
  });
  const socket = await dial(surfaces, `${head("/", "Content-Length: 2")}{}\u0001garbage\r\n\r\n`);
  const answer = await allOf(socket);
  expect(answer.match(/HTTP\/1.1 /g)).toHaveLength(1);
  expect(answer).toMatch(/^HTTP\/1.1 200 OK[\s\S]*first$/);
});

test("a body beyond what is kept is answered after it was sent, with its beginning captured", async () => {
  const { surfaces, captured } = await start();
  const response = await fetch(surfaces.origin, { method: "POST", body: Buffer.alloc(bodyBounds.kept + 10) });
  expect(response.status).toBe(499);
  expect(captured[0]).toMatchObject({ end: "too-large" });
  expect(captured[0]?.body.length).toBe(bodyBounds.kept);
});

test("a second listener on the same port is told the port and the option", async () => {
  const { surfaces } = await start();
  await expect(
    start().then(() =>
      startSurfaces({
        port: surfaces.port,
        answer: async () => undefined,
        refuse: () => answerOf(400, ""),
        log: () => undefined,
      }),
    ),
  ).rejects.toThrow(
    `Port ${surfaces.port} is in use. End the program that uses it, or choose another port with --port.`,
  );
});

test("a connection that the system refuses is told, and the next is taken", async () => {
  const told: string[] = [];
  const { surfaces } = await start({ log: (line) => told.push(line) });
  const taken = new Promise<Server>((resolve) => {
    const heard = (message: unknown) => {
      unsubscribe("http.server.request.start", heard);
      if (typeof message === "object" && message && "server" in message) resolve(message.server as Server);
    };
    subscribe("http.server.request.start", heard);
  });
  await fetch(surfaces.origin);
  (await taken).emit("error", new Error("accept ENOBUFS"));
  expect(told).toEqual(["A connection could not be taken: accept ENOBUFS"]);
  expect((await fetch(surfaces.origin)).status).toBe(200);
});

test("a close lets an answer under way leave and cuts off who hangs", async () => {
  const { surfaces, next } = await start({ timeouts: { headers: 5000, request: 5000, grace: 50 } });
  const hanging = await dial(surfaces, `${head("/", "Content-Length: 100")}part`);
  const captured = next();
  const closed = allOf(hanging);
  await surfaces.close();
  await closed;
  expect(await captured).toMatchObject({ end: "client-gone" });
  await expect(fetch(surfaces.origin)).rejects.toThrow();
});
