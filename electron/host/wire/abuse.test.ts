import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AbusiveClients, answerOf, event, requestHead } from "../../../e2e/fixtures/AbusiveClients.ts";
import { residentMib } from "../../../e2e/fixtures/residentMib.ts";
import { type Serving, startServing, type TemporaryFolder, temporaryFolder } from "../../cli/program.fixture.ts";
import { compatHeaders } from "../host.fixture.ts";

const megabyte = 1024 * 1024;
/** What the host may take beyond what it takes at rest, whatever is done to its port. In MiB. */
const bound = 600;

let folder: TemporaryFolder;
let serving: Serving;
let clients: AbusiveClients;
let atRest: number;
beforeAll(async () => {
  folder = await temporaryFolder();
  serving = await startServing(["--data-dir", folder.path, "--rate-limit", "off"]);
  clients = new AbusiveClients(serving.ready.compat);
  await askOthers(20);
  atRest = await memory();
}, 60_000);
afterAll(async () => {
  clients.hangUp();
  await serving.stop();
  await folder[Symbol.asyncDispose]();
});

const memory = () => residentMib(serving.ready.pid);
const whole = `${requestHead("/api/events", `Content-Length: ${event.length}`)}${event}`;
const begun = `${requestHead("/api/events", "Content-Length: 1000")}{`;

/** Other clients, one request after the other; all of them must be answered. */
async function askOthers(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const answer = await fetch(`${serving.ready.compat}/api/events`, {
      method: "POST",
      headers: compatHeaders,
      body: event,
    });
    expect(answer.status).toBe(202);
    await answer.arrayBuffer();
  }
}

test.each<[string, () => Promise<unknown>]>([
  ["a thousand idle connections", () => clients.idle()],
  ["two hundred clients that never end their headers", () => clients.slowHeaders()],
  ["two hundred clients that drip their bodies", () => clients.dialMany(200, begun)],
  ["two hundred clients that hold back the end of a long body", () => clients.heldBackBodies()],
  [
    "five hundred requests in one piece",
    async () => expect((await clients.pipelined()).match(/HTTP\/1\.1 202/g)).toHaveLength(500),
  ],
  [
    "headers of a megabyte",
    async () => {
      const sockets = await clients.dialMany(20, requestHead("/api/events", `X: ${"y".repeat(megabyte)}`));
      const answers = await Promise.all(sockets.map(answerOf));
      expect(answers.filter((answer) => !/^(HTTP\/1\.1 431|$)/.test(answer))).toEqual([]);
    },
  ],
  [
    "ten thousand headers",
    async () => {
      const lines = Array.from({ length: 10_000 }, (_, index) => `X${index}: y`);
      expect(await answerOf(await clients.dial(requestHead("/api/events", ...lines)))).toMatch(/^(HTTP\/1\.1 431|$)/);
    },
  ],
  ["64 MB of nested brackets", async () => expect(await clients.nestedBrackets()).toMatch(/^HTTP\/1\.1 413/)],
  [
    "clients that close early",
    async () => {
      for (const socket of await clients.dialMany(300, begun)) socket.resetAndDestroy();
      for (const socket of await clients.dialMany(300, whole)) socket.resetAndDestroy();
    },
  ],
])("%s: memory is bounded and others are served", { timeout: 120_000 }, async (_what, abuse) => {
  await abuse();
  let peak = await memory();
  const asking = askOthers(20);
  for (let isDone = false; !isDone; peak = Math.max(peak, await memory())) {
    isDone = await Promise.race([asking.then(() => true), setTimeout(100, false)]);
  }
  expect(peak - atRest).toBeLessThan(bound);
  clients.hangUp();
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
  const answer = await answerOf(await clients.dial(requestHead("/api/events", ...lines), rest));
  const statuses = [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status);
  expect({ statuses, isProfile: answer.includes("/api/profiles") }).toEqual({ statuses: ["400"], isProfile: false });
  await askOthers(1);
});
