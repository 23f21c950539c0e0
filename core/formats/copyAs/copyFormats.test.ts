import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:http";
import { ApiKeySession, EventsApi } from "klaviyo-api";
import { expect, test } from "vitest";
import { copyFormats } from "./copyFormats.ts";
import type { CopySource } from "./copySource.ts";

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly revision: string | string[] | undefined;
  readonly body: string;
}

/** Runs `act` against a server that takes one request, and answers with what it received. */
async function receive(act: (origin: string) => void): Promise<Received> {
  const { promise, resolve } = Promise.withResolvers<Received>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      response.end("{}");
      const { method, url, headers } = request;
      const body = Buffer.concat(chunks).toString("utf8");
      resolve({ method, url, authorization: headers.authorization, revision: headers.revision, body });
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  act(`http://127.0.0.1:${address.port}`);
  const received = await promise;
  server.close();
  return received;
}

const body = '{"data":{"type":"event","n":12345678901234567890,"s":"it\'s $HOME \\"x\\" `y` \\\\ \u00e9"}}';

function source(origin: string, text = body): CopySource {
  return {
    method: "POST",
    url: `${origin}/klaviyo/v1/api/events?a[b]=c`,
    headers: [
      ["Host", "localhost"],
      ["Content-Length", "3"],
      ["Authorization", "Klaviyo-API-Key ps_test_#3f9a1c22aa01"],
      ["Content-Type", "application/json"],
      ["revision", "2026-07-15"],
    ],
    body: text,
  };
}

function write(id: string, origin: string, text = body): string {
  const parts = { endpoint: "events", compatUrl: origin, klaviyo: source(origin, text), native: source(origin, text) };
  const written = copyFormats.find((format) => format.id === id)?.write(parts);
  if (written === undefined) throw new Error(`There is no ${id}.`);
  return written;
}

const environment = { ...process.env, KLAVIYO_API_KEY: "k-1", POSTSCRIPT_API_KEY: "p-1" };

test.each([
  ["klaviyo-curl", "k-1"],
  ["native-curl", "p-1"],
])("%s, run by a shell, sends the same bytes, with the key of the environment", async (id, key) => {
  const received = await receive((origin) =>
    spawn("sh", ["-c", `${write(id, origin)} >/dev/null 2>&1`], { env: environment }),
  );
  expect(received).toEqual({
    method: "POST",
    url: "/klaviyo/v1/api/events?a[b]=c",
    authorization: `Klaviyo-API-Key ${key}`,
    revision: "2026-07-15",
    body,
  });
});

test("native fetch, run by Node, sends the same bytes", async () => {
  const received = await receive((origin) =>
    spawn(process.execPath, ["--input-type=module", "-e", write("native-fetch", origin)], { env: environment }),
  );
  expect(received.body).toBe(body);
  expect(received.authorization).toBe("Klaviyo-API-Key p-1");
});

test("the SDK call is in the SDK's names and sends the document back as it was", async () => {
  const document = {
    data: {
      type: "event",
      attributes: {
        properties: { order_id: "1", "odd name": { unique_id: 2 } },
        value_currency: "USD",
        unique_id: "u-1",
        metric: { data: { type: "metric", attributes: { name: "Placed Order" } } },
        profile: { data: { type: "profile", attributes: { phone_number: "+15005550006", _kx: "k" } } },
      },
    },
  };
  const text = JSON.stringify(document);
  const received = await receive((origin) => {
    const call = write("sdk", origin, text)
      .replace(/^import .*$/m, "")
      .replace("process.env.KLAVIYO_API_KEY", '"k-1"');
    const run = new Function("EventsApi", "ApiKeySession", `return (async () => {${call}})()`);
    run(EventsApi, ApiKeySession);
  });
  expect(JSON.parse(received.body)).toEqual(document);
  expect(received.authorization).toBe("Klaviyo-API-Key k-1");
});

test("the SDK call warns of a number that it would round", () => {
  expect(write("sdk", "http://x")).toContain("the SDK sends it rounded");
  expect(write("sdk", "http://x", '{"n":1}')).not.toContain("rounded");
});

test("no format shows a fingerprint", () => {
  for (const { id } of copyFormats) expect(write(id, "http://x")).not.toContain("#3f9a1c22aa01");
});

test("what an exchange does not have cannot be copied", () => {
  const parts = { endpoint: "lists", compatUrl: "http://x", klaviyo: source("http://x"), native: undefined };
  expect(copyFormats.map(({ id, write: each }) => [id, each(parts) !== undefined])).toEqual([
    ["klaviyo-curl", true],
    ["native-curl", false],
    ["native-fetch", false],
    ["sdk", false],
  ]);
});

test("the machine has the shell and curl that the tests run", () => {
  expect(spawnSync("curl", ["--version"]).status).toBe(0);
});

test("what a hostile client sent as method and scheme is never run", () => {
  const hostile: CopySource = {
    ...source("http://127.0.0.1:1"),
    method: "X; touch /tmp/pwned",
    headers: [["Authorization", `$(id)\${process.exit(7)}\`id\` key`]],
  };
  const parts = {
    endpoint: "events",
    compatUrl: "http://localhost:8020/klaviyo/v1",
    klaviyo: hostile,
    native: hostile,
  };
  for (const { id, write } of copyFormats) {
    const text = write(parts) ?? "";
    expect([id, text.includes("$(id)"), text.includes("process.exit")]).toEqual([id, false, false]);
    expect(text).not.toContain("-X X;");
  }
});
