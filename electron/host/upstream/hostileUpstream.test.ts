import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { key, klaviyoEvent, type OpenHost, openHost, post, recorded } from "../host.fixture.ts";

const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each[Symbol.asyncDispose]();
});

/** A server that does to each connection, once a request is in, what `behave` does. */
async function misbehaving(behave: (socket: Socket) => void): Promise<{ baseUrl: string; sent: () => number }> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => undefined);
    socket.once("data", () => behave(socket));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  open.push({
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  const { port } = server.address() as AddressInfo;
  const sent = (): number => sockets.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);
  return { baseUrl: `http://127.0.0.1:${port}/v1`, sent };
}

async function liveHost(baseUrl: string, live: number): Promise<OpenHost> {
  const host = await openHost({ upstream: { kind: "live", baseUrl }, liveKey: () => key, timing: { live } });
  open.push(host);
  return host;
}

const head = (...lines: readonly string[]): string => `HTTP/1.1 200 OK\r\n${lines.join("\r\n")}\r\n\r\n`;
const json = "Content-Type: application/json";

function every(ms: number, socket: Socket, bytes: string | Buffer): void {
  const timer = setInterval(() => socket.write(bytes), ms);
  socket.once("close", () => clearInterval(timer));
}

/** Writes without end, as fast as it is taken. */
function flood(socket: Socket, bytes: Buffer): void {
  const write = (): void => {
    while (!socket.destroyed && socket.write(bytes));
    if (!socket.destroyed) socket.once("drain", write);
  };
  write();
}

const megabyte = Buffer.alloc(1024 * 1024, 120);
const generous = 30_000;
const short = 300;

const cases: readonly [string, (socket: Socket) => void, number, number, string][] = [
  ["says nothing", () => undefined, short, 504, "did not answer in time"],
  ["ends without a word", (socket) => socket.end(), generous, 502, "could not be reached"],
  ["resets the connection", (socket) => socket.resetAndDestroy(), generous, 502, "could not be reached (ECONNRESET)"],
  [
    "resets amid its answer",
    (socket) => socket.write(`${head(json, "Content-Length: 100")}{"id":`, () => socket.resetAndDestroy()),
    generous,
    502,
    "could not be reached",
  ],
  [
    "changes the protocol",
    (socket) => socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"),
    generous,
    502,
    "could not be reached",
  ],
  ["speaks no HTTP", (socket) => socket.end("220 mail.example ESMTP\r\n"), generous, 502, "could not be reached"],
  [
    "drips its headers",
    (socket) => {
      socket.write("HTTP/1.1 200 OK\r\nX: ");
      every(20, socket, "y");
    },
    short,
    504,
    "did not answer in time",
  ],
  [
    "drips its body",
    (socket) => {
      socket.write(head(json, "Content-Length: 100000"));
      every(20, socket, " ");
    },
    short,
    504,
    "did not answer in time",
  ],
  [
    "sends headers without end",
    (socket) => {
      socket.write("HTTP/1.1 200 OK\r\nX: ");
      flood(socket, megabyte);
    },
    generous,
    502,
    "could not be reached",
  ],
  [
    "sends a body without end",
    (socket) => {
      socket.write(head(json));
      flood(socket, megabyte);
    },
    generous,
    502,
    "answered with more than",
  ],
  [
    "says a body is compressed that is not",
    (socket) => socket.end(`${head(json, "Content-Encoding: gzip", "Content-Length: 2")}{}`),
    generous,
    502,
    "could not be reached",
  ],
  [
    "sends one that unpacks to a hundred times as much",
    (socket) => {
      const bomb = gzipSync(Buffer.alloc(100 * megabyte.length, 120));
      socket.write(head(json, "Content-Encoding: gzip", `Content-Length: ${bomb.length}`));
      socket.end(bomb);
    },
    generous,
    502,
    "answered with more than",
  ],
  [
    "answers with JSON as an image",
    (socket) => socket.end(`${head("Content-Type: image/png", "Content-Length: 5")}\u0089PNG`),
    generous,
    502,
    "answered with status 200 and no JSON",
  ],
];

test("an answer that came compressed is recorded as what it says, with no header of the form that it came in", async () => {
  const coded = gzipSync('{"id":"evt_1"}');
  const { baseUrl } = await misbehaving((socket) => {
    socket.write(head(json, "Content-Encoding: gzip", `Content-Length: ${coded.length}`, "X-Served-By: a"));
    socket.end(coded);
  });
  const host = await liveHost(baseUrl, generous);
  expect((await post(host, "/api/events", klaviyoEvent())).status).toBe(202);
  const answer = (await recorded(host))[0]?.native[0]?.response;
  expect(answer?.body).toBe('{"id":"evt_1"}');
  expect(answer?.headers.map(([name]) => name)).toEqual(["content-type", "x-served-by"]);
});

test("what came of an answer that broke off is in the record", async () => {
  const { baseUrl } = await misbehaving((socket) => {
    socket.write(`${head(json, "Content-Length: 100")}{"id":`);
    setTimeout(() => socket.resetAndDestroy(), 100);
  });
  const host = await liveHost(baseUrl, generous);
  expect((await post(host, "/api/events", klaviyoEvent())).status).toBe(502);
  const [exchange] = await recorded(host);
  expect(exchange?.native[0]?.response).toMatchObject({ status: 200, body: '{"id":' });
});

test.each(cases)(
  "a native API that %s is bounded, and the exchange says so",
  async (_how, behave, live, status, told) => {
    const { baseUrl, sent } = await misbehaving(behave);
    const host = await liveHost(baseUrl, live);
    const before = process.memoryUsage().rss;
    expect((await post(host, "/api/events", klaviyoEvent())).status).toBe(status);
    const grown = Math.round((process.memoryUsage().rss - before) / megabyte.length);
    console.log(`It sent ${Math.round(sent() / megabyte.length)} MB; the host grew by ${grown} MB.`);
    // What a connection holds on its way is the system's.
    expect(sent()).toBeLessThan(64 * megabyte.length);

    const [exchange] = await recorded(host);
    expect(exchange?.findings.map(({ message }) => message).join("\n")).toContain(told);
    const kept = exchange?.native[0]?.response;
    expect(JSON.stringify(kept ?? null).length).toBeLessThan(9 * megabyte.length);
    // The next request of another kind is served as ever.
    expect((await fetch(`${host.host.nativeUrl}/events`, { headers: { authorization: `Bearer ${key}` } })).status).toBe(
      200,
    );
  },
);
