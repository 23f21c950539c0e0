import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { compileRules } from "../../../core/exchange/compare/compileRules.ts";
import { exchangeOf } from "../../../core/exchange/compare/exchange.fixture.ts";
import { createHttpTarget } from "./httpTarget.ts";
import { replaySession } from "./replaySession.ts";

test("an answer that cannot be kept ends a paced replay at once, and its reason is told", async () => {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(202).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const baseUrl = new URL(`http://127.0.0.1:${port}`);
  const target = createHttpTarget({ baseUrl, key: undefined, timeoutMs: 5000, maxResponseBytes: 1024, metrics: {} });
  const replaying = replaySession({
    exchanges: [exchangeOf({ id: "e1" }), exchangeOf({ id: "e2" })],
    target,
    rules: compileRules([]),
    pace: { kind: "rate", perSecond: 0.01 },
    concurrency: 1,
    signal: new AbortController().signal,
    journal: {
      answerOf: async () => undefined,
      sending: async () => undefined,
      keep: () => Promise.reject(new Error("database or disk is full")),
    },
    onResult: async () => undefined,
  });
  await expect(replaying).rejects.toThrow("database or disk is full");
  target.close();
  server.close();
});
