import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { exchangeOf } from "../../../core/exchange/compare/exchange.fixture.ts";
import { createHttpTarget } from "./httpTarget.ts";
import type { TargetResult } from "./replayTarget.ts";

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function listening(server: Server, host: string): Promise<number> {
  server.listen(0, host);
  await once(server, "listening");
  open.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

/** A target that does to each connection, once a request is in, what `behave` does. */
async function misbehaving(behave: (socket: Socket) => void): Promise<URL> {
  const server = createServer((socket) => {
    open.push(() => socket.destroy());
    socket.on("error", () => undefined);
    socket.once("data", () => behave(socket));
  });
  return new URL(`http://127.0.0.1:${await listening(server, "127.0.0.1")}`);
}

async function sendTo(baseUrl: URL, timeoutMs = 30_000): Promise<TargetResult> {
  const target = createHttpTarget({ baseUrl, key: undefined, timeoutMs, maxResponseBytes: 1024, metrics: {} });
  open.push(() => target.close());
  const recorded = exchangeOf();
  return target.send(recorded, { path: recorded.request.path, body: recorded.request.body });
}

test("a target that is named by its IPv6 address is reached, by that name", async () => {
  const server = createHttpServer((request, response) => {
    request.resume();
    response.writeHead(202).end(request.headers.host);
  });
  const port = await listening(server, "::1");
  const { record, fault } = await sendTo(new URL(`http://[::1]:${port}/klaviyo/v1`));
  expect(fault).toBeUndefined();
  expect(record.response?.status).toBe(202);
  expect(String(record.response?.body)).toBe(`[::1]:${port}`);
});

const upgraded = "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
const begun = "HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n";

const generous = 30_000;
const short = 300;

test.each<[string, (socket: Socket) => void, number, string]>([
  ["changes the protocol", (socket) => socket.write(upgraded), generous, "another protocol"],
  ["changes the protocol and goes", (socket) => socket.end(upgraded), generous, "another protocol"],
  ["goes without a word", (socket) => socket.end(), generous, "hang up"],
  ["goes amid its answer", (socket) => socket.end(`${begun}{`), generous, "aborted"],
  ["says nothing", () => undefined, short, "within 0.3 s"],
  ["stops amid its answer", (socket) => socket.write(`${begun}{`), short, "within 0.3 s"],
])("a target that %s is told as a fault, and the replay goes on", async (_what, behave, timeoutMs, told) => {
  const { record, fault } = await sendTo(await misbehaving(behave), timeoutMs);
  expect(record.response).toBeNull();
  expect(fault).toContain(told);
});
