import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Serving, startServing, type TemporaryFolder, temporaryFolder } from "../../cli/program.fixture.ts";
import { compatHeaders, key, klaviyoEvent } from "../host.fixture.ts";

const megabyte = 1024 * 1024;
/** What the host may take beyond what it takes at rest, whatever is done to its port. In megabytes. */
const bound = 600;

let folder: TemporaryFolder;
let serving: Serving;
let atRest: number;
const open = new Set<Socket>();
beforeAll(async () => {
  folder = await temporaryFolder();
  serving = await startServing(["--data-dir", folder.path, "--rate-limit", "off"]);
  await askOthers(20);
  atRest = memory();
}, 60_000);
afterAll(async () => {
  for (const socket of open) socket.destroy();
  await serving.stop();
  await folder[Symbol.asyncDispose]();
});

async function dial(...bytes: readonly (string | Buffer)[]): Promise<Socket> {
  const socket = connect(Number(new URL(serving.ready.compat).port), "127.0.0.1");
  open.add(socket);
  socket.on("error", () => undefined).on("close", () => open.delete(socket));
  await once(socket, "connect");
  for (const each of bytes) socket.write(each);
  return socket;
}

const many = (count: number, ...bytes: readonly (string | Buffer)[]): Promise<Socket[]> =>
  Promise.all(Array.from({ length: count }, () => dial(...bytes)));

async function answerOf(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => socket.once("close", resolve));
  return Buffer.concat(chunks).toString();
}

const request = (path: string, ...lines: readonly string[]): string =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Klaviyo-API-Key ${key}\r\nContent-Type: application/json\r\n${lines.map((line) => `${line}\r\n`).join("")}\r\n`;
const event = JSON.stringify(klaviyoEvent());

/** Resident memory of the host, in megabytes. */
const memory = (): number =>
  Math.round(Number(execFileSync("ps", ["-o", "rss=", "-p", String(serving.ready.pid)], { encoding: "utf8" })) / 1024);

/** Other clients, one request after the other; all of them must be answered. */
async function askOthers(count: number): Promise<number> {
  let slowest = 0;
  for (let index = 0; index < count; index += 1) {
    const begun = performance.now();
    const answer = await fetch(`${serving.ready.compat}/api/events`, {
      method: "POST",
      headers: compatHeaders,
      body: event,
    });
    expect(answer.status).toBe(202);
    await answer.arrayBuffer();
    slowest = Math.max(slowest, performance.now() - begun);
  }
  return Math.round(slowest);
}

const brackets = Buffer.alloc(64 * megabyte, "[");

test.each<[string, () => Promise<unknown>]>([
  ["a thousand idle connections", () => many(1000)],
  ["two hundred clients that never end their headers", () => many(200, "POST /klaviyo/v1/api/events HTTP/1.1\r\nX: y")],
  ["two hundred clients that drip their bodies", () => many(200, request("/api/events", "Content-Length: 1000"), "{")],
  [
    "two hundred clients that hold back the end of a long body",
    () => many(200, request("/api/events", `Content-Length: ${9 * megabyte}`), brackets.subarray(0, 8 * megabyte)),
  ],
  [
    "five hundred requests in one piece",
    async () => {
      const one = `${request("/api/events", `Content-Length: ${event.length}`)}${event}`;
      const last = `${request("/api/events", `Content-Length: ${event.length}`, "Connection: close")}${event}`;
      const answers = await answerOf(await dial(one.repeat(499) + last));
      expect(answers.match(/HTTP\/1\.1 202/g)).toHaveLength(500);
    },
  ],
  [
    "headers of a megabyte",
    async () => {
      const sockets = await many(20, `${request("/api/events", `X: ${"y".repeat(megabyte)}`)}`);
      const answers = await Promise.all(sockets.map(answerOf));
      expect(answers.filter((answer) => !/^(HTTP\/1\.1 431|$)/.test(answer))).toEqual([]);
    },
  ],
  [
    "ten thousand headers",
    async () => {
      const lines = Array.from({ length: 10_000 }, (_, index) => `X${index}: y`);
      expect(await answerOf(await dial(request("/api/events", ...lines)))).toMatch(/^(HTTP\/1\.1 431|$)/);
    },
  ],
  [
    "64 MB of nested brackets",
    async () => {
      const lines = [`Content-Length: ${brackets.length}`, "Connection: close"];
      expect(await answerOf(await dial(request("/api/events", ...lines), brackets))).toMatch(/^HTTP\/1\.1 413/);
    },
  ],
  [
    "clients that close early",
    async () => {
      for (const socket of await many(300, request("/api/events", "Content-Length: 1000"), "{"))
        socket.resetAndDestroy();
      const whole = `${request("/api/events", `Content-Length: ${event.length}`)}${event}`;
      for (const socket of await many(300, whole)) socket.resetAndDestroy();
    },
  ],
])("%s: memory is bounded and others are served", { timeout: 120_000 }, async (what, abuse) => {
  await abuse();
  let peak = memory();
  const asking = askOthers(20);
  for (let isDone = false; !isDone; peak = Math.max(peak, memory())) {
    isDone = await Promise.race([asking.then(() => true), setTimeout(100, false)]);
  }
  console.log(`${what}: ${atRest} MB at rest, ${peak} MB at most; the slowest of 20 others took ${await asking} ms.`);
  expect(peak - atRest).toBeLessThan(bound);
  for (const socket of open) socket.destroy();
});

const smuggled = "POST /api/profiles HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n";

test.each([
  ["a length and chunks", ["Content-Length: 5", "Transfer-Encoding: chunked"], `0\r\n\r\n${smuggled}`],
  ["two lengths", ["Content-Length: 0", `Content-Length: ${smuggled.length}`], smuggled],
  ["a list of lengths", ["Content-Length: 0, 5"], smuggled],
  ["a length with a sign", ["Content-Length: +0"], smuggled],
  ["a length in hexadecimal", ["Content-Length: 0x0"], smuggled],
  ["a space before the colon", ["Content-Length : 0"], smuggled],
  ["a folded line", ["Transfer-Encoding:\r\n chunked"], `0\r\n\r\n${smuggled}`],
  ["a coding that only looks like chunked", ["Transfer-Encoding: xchunked"], `0\r\n\r\n${smuggled}`],
  ["chunked twice", ["Transfer-Encoding: chunked, chunked"], `0\r\n\r\n${smuggled}`],
  ["chunked before another coding", ["Transfer-Encoding: chunked, identity"], `0\r\n\r\n${smuggled}`],
  ["a chunk with a negative size", ["Transfer-Encoding: chunked"], `-1\r\n\r\n0\r\n\r\n${smuggled}`],
  ["a chunk of more than can be counted", ["Transfer-Encoding: chunked"], `fffffffffffffffff\r\n\r\n${smuggled}`],
  ["lines that end in LF alone", ["X: y\n\nGET /v1/events HTTP/1.1"], smuggled],
])("what is behind a request with %s is not taken for another request", async (_how, lines, rest) => {
  const answer = await answerOf(await dial(request("/api/events", ...lines), rest));
  const statuses = [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status);
  expect({ statuses, isProfile: answer.includes("/api/profiles") }).toEqual({ statuses: ["400"], isProfile: false });
  expect(await askOthers(1)).toBeGreaterThan(0);
});
