import { spawn } from "node:child_process";
import { createServer, type Server } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Body, ExchangeRequest, Headers } from "../../../exchange/exchange.ts";
import { anyText } from "../../session/exchanges.fixture.ts";
import { createKeyNames } from "../keys/keyedText.ts";
import { sampleExchange } from "../sampleExchange.fixture.ts";
import { sentRequest } from "../sentRequest.ts";
import { curlCommand } from "./curlCommand.ts";

interface Received {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: Headers;
  readonly body: Buffer;
}

let server: Server;
let origin: string;
let received: Received[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method, url, rawHeaders } = request;
      const headers = rawHeaders.flatMap((name, index): Headers => {
        return index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ""]] : [];
      });
      received.push({ method, path: url, headers, body: Buffer.concat(chunks) });
      response.end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  origin = `http://127.0.0.1:${address.port}`;
});

afterAll(() => {
  server.close();
});

/** Runs the commands of these requests one after another in one shell, and answers with what arrived. */
async function sent(requests: readonly Partial<ExchangeRequest>[]): Promise<Received[]> {
  received = [];
  const keys = createKeyNames("KLAVIYO_API_KEY");
  const script = requests.map((change) => {
    const { request } = sampleExchange();
    return curlCommand(sentRequest(sampleExchange({ request: { ...request, ...change } }), keys), origin);
  });
  const shell = spawn("sh", ["-s"], { env: { ...process.env, KLAVIYO_API_KEY: "k-1", KLAVIYO_API_KEY_2: "k-2" } });
  shell.stdin.end(script.map((command) => `${command} </dev/null\n`.replace("@- </dev/null", "@-")).join(""));
  await new Promise((resolve) => shell.on("close", resolve));
  return received;
}

function bytesOf(body: Body): Buffer {
  return typeof body === "string" ? Buffer.from(body) : Buffer.from(body.base64, "base64");
}

test("bodies of any text and any bytes arrive as they were", async () => {
  const texts = anyText.map((text): Body => text.toWellFormed());
  const bytes = fc.base64String({ minLength: 4, maxLength: 60 }).map((base64): Body => ({ base64 }));
  const bodies = [
    "a\0b\\0\\n\0",
    "@/etc/hostname",
    "x".repeat(300_000),
    "-n %s",
    ...fc.sample(fc.oneof(texts, bytes), { numRuns: 40, seed: 7 }),
  ];
  const arrived = await sent(bodies.map((body) => ({ body })));
  expect(arrived.map(({ body }) => body.toString("base64"))).toEqual(
    bodies.map((body) => bytesOf(body).toString("base64")),
  );
});

test("header lines arrive with keys from the environment, one variable a key, and repeated ones in their order", async () => {
  const headers: Headers = [
    ["Authorization", "Klaviyo-API-Key ps_test_#000000000001"],
    ["X-Api-Key", "ps_live_#000000000002"],
    ["X-Tag", "b"],
    ["X-Tag", "a"],
    ["X-Empty", ""],
    ["Content-Encoding", "identity"],
  ];
  const [request] = await sent([{ headers }]);
  const lines = request?.headers.map(([name, value]) => `${name}: ${value}`);
  expect(lines).toEqual(
    expect.arrayContaining([
      "Authorization: Klaviyo-API-Key k-1",
      "X-Api-Key: k-2",
      "X-Empty: ",
      "Content-Encoding: identity",
    ]),
  );
  expect(lines?.filter((line) => line.startsWith("X-Tag"))).toEqual(["X-Tag: b", "X-Tag: a"]);
  expect(lines?.filter((line) => line.toLowerCase().startsWith("content-type"))).toEqual([]);
});

test("an address with brackets and quotes arrives as it was, and one with a key has the variable's", async () => {
  const paths = [
    "/klaviyo/v1/./api/../events/..?fields[event]=a'b&c={d}",
    "/v1/events?api_key=ps_test_#000000000001&x=[1]",
  ];
  expect((await sent(paths.map((path) => ({ path })))).map(({ path }) => path)).toEqual([
    paths[0],
    "/v1/events?api_key=k-2&x=[1]",
  ]);
});

test("what a record holds is never run", async () => {
  const [request] = await sent([
    {
      method: "POST; exit 3",
      path: "/a$(exit 4)`exit 5`",
      headers: [
        ["Authorization", `$(exit\${IFS}6) key_#000000000001`],
        ["@/etc/hostname", "x"],
      ],
    },
    { path: "/after" },
  ]);
  expect(request?.path).toBe("/after");
  const command = curlCommand(
    sentRequest(
      sampleExchange({ request: { method: "X; y", path: "/$(z)", headers: [], body: "" } }),
      createKeyNames("K"),
    ),
    "http://localhost:8020",
  );
  expect(command).toBe("curl -X 'X; y' 'http://localhost:8020/$(z)'");
});
