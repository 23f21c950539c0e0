import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Body, Exchange } from "../../../exchange/exchange.ts";
import { anyText } from "../../session/exchanges.fixture.ts";
import { createKeyNames } from "../keys/keyedText.ts";
import { sampleExchange } from "../sampleExchange.fixture.ts";
import { moduleRunner } from "./javascriptRunner.ts";
import { type RecordedCase, recordedCase } from "./recordedCase.ts";

interface Received {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly lines: readonly string[];
  readonly body: Buffer;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

interface Runner {
  readonly send: (request: RecordedCase["request"]) => Promise<Answer>;
  readonly expectedText: (recorded: RecordedCase) => string;
  readonly actualText: (answer: Answer, recorded: RecordedCase) => string;
}

const runnerSchema = z.custom<Runner>((module) => typeof module === "object" && module !== null && "send" in module);

let server: Server;
let folder: string;
let runner: Runner;
let received: Received | undefined;
let answers: { status: number; headers: Record<string, string>; body: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method, url, rawHeaders } = request;
      received = { method, path: url, lines: rawHeaders, body: Buffer.concat(chunks) };
      const { status, headers, body } = answers.shift() ?? { status: 200, headers: {}, body: "{}" };
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  process.env.COMPAT_BASE_URL = `http://127.0.0.1:${address.port}`;
  process.env.KLAVIYO_API_KEY = "k-1";
  folder = mkdtempSync(join(tmpdir(), "compat-workbench-runner-"));
  const file = join(folder, "compat.mjs");
  writeFileSync(file, moduleRunner("http://localhost:8020"));
  runner = runnerSchema.parse(await import(pathToFileURL(file).href));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const exchange = sampleExchange();

function caseOf(change: Partial<Exchange>): RecordedCase {
  return recordedCase({ ...exchange, ...change }, 1, createKeyNames("KLAVIYO_API_KEY"));
}

function answered(body: Body, headers: Exchange["request"]["headers"] = []): RecordedCase {
  return caseOf({ response: { status: 200, headers, body } });
}

function actual(recorded: RecordedCase, body: string, headers: Record<string, string> = {}): string {
  return runner.actualText({ status: 200, headers, body: Buffer.from(body) }, recorded);
}

test("a request arrives as it was recorded: path, repeated headers, their order, the bytes, and the key of the environment", async () => {
  const request: Exchange["request"] = {
    method: "POST",
    path: "/klaviyo/v1/api/../api/events?a[b]=c&d=%2f\"'",
    headers: [
      ["Host", "recorded.example"],
      ["X-Tag", "b"],
      ["Authorization", "Klaviyo-API-Key ps_test_#1b0d223d3c31"],
      ["x-tag", "a"],
      ["Content-Length", "3"],
      ["Accept-Encoding", "br"],
    ],
    body: { base64: "/wCA" },
  };
  await runner.send(caseOf({ request }).request);
  expect(received).toMatchObject({ method: "POST", path: request.path, body: Buffer.from([0xff, 0, 0x80]) });
  expect(received?.lines.slice(2, 8)).toEqual(["X-Tag", "b", "Authorization", "Klaviyo-API-Key k-1", "x-tag", "a"]);
  expect(received?.lines).not.toContain("recorded.example");
});

test("the base URL may be the one to paste, with the path that recorded ones begin with, or have a path of its own", async () => {
  const origin = process.env.COMPAT_BASE_URL;
  const paths: (string | undefined)[] = [];
  for (const path of ["/klaviyo/v1", "/proxy/"]) {
    process.env.COMPAT_BASE_URL = `${origin}${path}`;
    const module = `${pathToFileURL(join(folder, "compat.mjs")).href}?base=${path}`;
    await runnerSchema.parse(await import(module)).send(caseOf({}).request);
    paths.push(received?.path);
  }
  process.env.COMPAT_BASE_URL = origin;
  expect(paths).toEqual(["/klaviyo/v1/api/profiles", "/proxy/klaviyo/v1/api/profiles"]);
});

test("a body of any text arrives byte for byte", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const body = text.toWellFormed();
      // What is in the data file, not what is in memory, is what a test sends.
      const recorded = JSON.parse(JSON.stringify(caseOf({ request: { ...exchange.request, body } })));
      await runner.send(recorded.request);
      expect(received?.body.equals(Buffer.from(body))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("an answer with other ids, times and links says the same", () => {
  const recorded = answered(
    '{"data":{"id":"p-1","attributes":{"created":"2026-06-01","email":"a@example.com"},"links":{"self":"http://a/p-1"}}}',
  );
  const other =
    '{"data":{"links":{"self":"http://b/p-2"},"attributes":{"email":"a@example.com","created":"2026"},"id":"p-2"}}';
  expect(actual(recorded, other)).toBe(runner.expectedText(recorded));
});

test.each([
  ["a number that JavaScript rounds to the same", '{"n":9007199254740993}', '{"n":9007199254740992}'],
  ["a number written otherwise", '{"n":10.50}', '{"n":10.5}'],
  ["a text for a number", '{"n":1}', '{"n":"1"}'],
  ["an id that is missing", '{"data":{"id":"a"}}', '{"data":{}}'],
  ["an id that is no text", '{"data":{"id":"a"}}', '{"data":{"id":null}}'],
  ["another order of a list", "[1,2]", "[2,1]"],
  ["a member named __proto__", '{"__proto__":{"a":1}}', "{}"],
  ["text that is not JSON", "gone", "here"],
])("%s is a difference", (_what, recordedBody, body) => {
  const recorded = answered(recordedBody);
  expect(actual(recorded, recordedBody)).toBe(runner.expectedText(recorded));
  expect(actual(recorded, body)).not.toBe(runner.expectedText(recorded));
});

test("another status and another content type are differences", () => {
  const recorded = answered("{}", [["Content-Type", "application/json"]]);
  expect(actual(recorded, "{}", { "content-type": "application/json" })).toBe(runner.expectedText(recorded));
  expect(actual(recorded, "{}", { "content-type": "text/html" })).not.toBe(runner.expectedText(recorded));
  expect(runner.actualText({ status: 201, headers: {}, body: Buffer.from("{}") }, answered("{}"))).not.toBe(
    runner.expectedText(answered("{}")),
  );
});

test("a limit that the recording did not meet is waited out", async () => {
  answers = [
    { status: 429, headers: { "Retry-After": "1" }, body: "" },
    { status: 202, headers: {}, body: "" },
  ];
  expect((await runner.send(caseOf({}).request)).status).toBe(202);
});

test("what cannot be asserted is skipped, with the reason", () => {
  expect(caseOf({ response: null }).skip).toBe("It was never answered.");
  expect(caseOf({ response: { status: 429, headers: [], body: "" } }).skip).toBe(
    "Whether a limit is reached depends on the pace.",
  );
  expect(caseOf({ response: { status: 421, headers: [], body: "" } }).skip).toContain("the host that it named");
  const onPurpose = { severity: "info", kind: "advice", code: "fault-on-purpose", pointer: "", message: "" } as const;
  expect(caseOf({ findings: [onPurpose] }).skip).toBe("Something was made to fail on purpose.");
  const tunnel = { ...exchange.request, method: "CONNECT", path: "a.klaviyo.com:443" };
  expect(caseOf({ request: tunnel }).skip).toBe("It asks for a tunnel.");
  expect(caseOf({})).not.toHaveProperty("skip");
});

test("a key that was refused is sent as its fingerprint, and every other key has a variable of its own", () => {
  const keys = createKeyNames("KLAVIYO_API_KEY");
  const keyOf = (fingerprint: string, status: number): unknown => {
    const headers: [string, string][] = [["Authorization", `Bearer ${fingerprint}`]];
    const each = { ...exchange, request: { ...exchange.request, headers } };
    return recordedCase({ ...each, response: { status, headers: [], body: "" } }, 1, keys).request.headers[0]?.[1];
  };
  expect(keyOf("ps_test_#000000000001", 202)).toEqual(["Bearer ", { env: "KLAVIYO_API_KEY" }]);
  expect(keyOf("ps_live_#000000000002", 202)).toEqual(["Bearer ", { env: "KLAVIYO_API_KEY_2" }]);
  expect(keyOf("ps_test_#000000000001", 202)).toEqual(["Bearer ", { env: "KLAVIYO_API_KEY" }]);
  expect(keyOf("key_#000000000003", 401)).toBe("Bearer key_#000000000003");
});
