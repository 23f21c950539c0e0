import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { RequestHandler } from "msw";
import { type SetupServer, setupServer } from "msw/node";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import type { Exchange } from "../../../exchange/exchange.ts";
import { collected, inTurn } from "../../session/exchanges.fixture.ts";
import { sampleExchange } from "../sampleExchange.fixture.ts";
import { sampleSession as session } from "../sampleSession.fixture.ts";
import { mswFormat } from "./mswFormat.ts";

type NativeCall = Exchange["native"][number];
type Answer = NonNullable<NativeCall["response"]>;

const host = "https://api.postscript.io";
const context = { session, compatUrl: "", nativeUrl: "", version: "1", now: "" };
const json: [string, string] = ["Content-Type", "application/json"];

function call(method: string, path: string, body: NativeCall["request"]["body"], response: Answer | null): NativeCall {
  return { request: { method, path, headers: [], body }, response, durationMs: 1 };
}

function answer(status: number, body: Answer["body"], headers: Answer["headers"] = [json]): Answer {
  return { status, headers, body };
}

const native = [
  call("POST", "/v1/events", '{"a":1,"n":10.50,"id":9007199254740993}', answer(429, "{}")),
  call("POST", "/v1/events", '{"a":1,"n":10.50,"id":9007199254740993}', answer(201, '{"id":"evt_1"}')),
  call("POST", "/v1/events", '{"a":1,"n":10.50,"id":9007199254740994}', answer(409, "{}")),
  call("POST", "/v1/events", "{not json `y` \u2028", answer(400, "{}")),
  call(
    "POST",
    "/v1/events",
    { base64: "/wD+" },
    answer(415, { base64: "AP/+" }, [
      ["X-Tag", "a"],
      ["X-Tag", "b"],
    ]),
  ),
  call("GET", "/v1/profiles?email=a%2Bb@example.com", "", answer(200, "[]")),
  call("GET", "/v1/profiles?email=none@example.com", "", answer(404, "{}")),
  call("DELETE", "/v1/profiles/prof_(1).x", "", answer(204, "")),
  call("POST", "/v1/profiles", "{}", null),
];

const modulesOf = z.object({ handlers: z.custom<RequestHandler[]>(Array.isArray), resetRecorded: z.function() });

let folder: string;
let server: SetupServer;
let reset: () => void;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "compat-workbench-msw-"));
  symlinkSync(join(import.meta.dirname, "../../../../node_modules"), join(folder, "node_modules"), "junction");
  const chunks = await collected(mswFormat.write(inTurn([sampleExchange({ native })]), context));
  const file = join(folder, "handlers.mjs");
  writeFileSync(file, chunks.map(({ text }) => text).join(""));
  const { handlers, resetRecorded } = modulesOf.parse(await import(pathToFileURL(file).href));
  reset = () => resetRecorded();
  server = setupServer(...handlers);
  server.listen({ onUnhandledFrame: "error" });
});
beforeEach(() => reset());
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function post(path: string, body: string | Uint8Array<ArrayBuffer>): Promise<Response> {
  return fetch(`${host}${path}`, { method: "POST", body });
}

test("a running MSW gives equal requests their answers in turn, then the last one again", async () => {
  const statuses: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    statuses.push((await post("/v1/events", '{"id": 9007199254740993, "n": 10.50, "a": 1}')).status);
  }
  expect(statuses).toEqual([429, 201, 201]);
});

test("numbers that JavaScript rounds to one are different requests", async () => {
  expect((await post("/v1/events", '{"a":1,"n":10.50,"id":9007199254740994}')).status).toBe(409);
  await expect(post("/v1/events", '{"a":1,"n":10.5,"id":9007199254740993}')).rejects.toThrow();
});

test("text that is no JSON, and bytes, are answered with what was recorded", async () => {
  expect((await post("/v1/events", "{not json `y` \u2028")).status).toBe(400);
  const response = await post("/v1/events", new Uint8Array([0xff, 0, 0xfe]));
  expect([response.status, response.headers.get("x-tag")]).toEqual([415, "a, b"]);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([0, 0xff, 0xfe]));
});

test("query, path and method are told apart", async () => {
  expect((await fetch(`${host}/v1/profiles?email=a%2Bb@example.com`)).status).toBe(200);
  expect((await fetch(`${host}/v1/profiles?email=none@example.com`)).status).toBe(404);
  expect((await fetch(`${host}/v1/profiles/prof_(1).x`, { method: "DELETE" })).status).toBe(204);
});

test("where no answer came, the connection breaks; what was never recorded is not answered", async () => {
  await expect(post("/v1/profiles", "{}")).rejects.toThrow();
  await expect(post("/v1/elsewhere", "{}")).rejects.toThrow();
});
