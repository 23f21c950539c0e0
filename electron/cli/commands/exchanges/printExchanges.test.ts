import { rm } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exchangeSchema } from "../../../../core/exchange/exchange.ts";
import {
  runProgram,
  type Serving,
  startServing,
  type TemporaryFolder,
  temporaryFolder,
} from "../../program.fixture.ts";

const key = `ps_test_${"cli".padEnd(32, "0")}`;
const event = (email: string) => ({
  data: {
    type: "event",
    attributes: {
      metric: { data: { type: "metric", attributes: { name: "Placed Order" } } },
      profile: { data: { type: "profile", attributes: { email } } },
      properties: { order_id: "ORD-1" },
    },
  },
});

let folder: TemporaryFolder;
let serving: Serving;

async function post(body: string | Uint8Array<ArrayBuffer>): Promise<void> {
  const headers = { authorization: `Klaviyo-API-Key ${key}`, "content-type": "application/json" };
  await fetch(`${serving.ready.compat}/api/events`, { method: "POST", headers, body });
}

async function exchanges(...options: readonly string[]) {
  const { code, stdout, stderr } = await runProgram(["exchanges", "--data-dir", folder.path, ...options]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => exchangeSchema.strict().parse(JSON.parse(line)));
}

beforeAll(async () => {
  folder = await temporaryFolder();
  serving = await startServing(["--data-dir", folder.path]);
  await post(JSON.stringify(event("first@example.com")));
  await post(JSON.stringify(event("not an address")));
  await post(Uint8Array.from([0xff, 0xfe]));
});

afterAll(async () => {
  await serving.stop();
  await folder[Symbol.asyncDispose]();
});

test("prints what was recorded, newest first, while the workbench runs", async () => {
  const printed = await exchanges();
  expect(printed.map(({ seq, response }) => [seq, response?.status])).toEqual([
    [3, 400],
    [2, 400],
    [1, 202],
  ]);
  expect(printed[2]).toMatchObject({
    endpoint: "events",
    origin: "captured",
    parent: null,
    request: { method: "POST", path: "/klaviyo/v1/api/events", body: JSON.stringify(event("first@example.com")) },
    native: [{ request: { path: "/v1/events" }, response: { status: 201 } }],
  });
  expect(printed[0]?.request.body).toEqual({ base64: "//4=" });
  expect(JSON.stringify(printed)).not.toContain(key);
});

test("takes a filter, a limit and the latest session", async () => {
  expect((await exchanges("--filter", "status:4xx")).map(({ seq }) => seq)).toEqual([3, 2]);
  expect((await exchanges("--filter", "first@example.com status:2xx")).map(({ seq }) => seq)).toEqual([1]);
  expect((await exchanges("--limit", "1")).map(({ seq }) => seq)).toEqual([3]);
  const [latest] = await exchanges("--session", "latest", "--limit", "1");
  expect((await exchanges("--session", latest?.session ?? "")).length).toBe(3);
});

test.each([
  [["--filter", "stauts:4xx"], "stauts"],
  [["--session", "ses_none"], 'There is no session "ses_none"'],
])("%j is one message, exit code 2", async (options, message) => {
  const { code, stdout, stderr } = await runProgram(["exchanges", "--data-dir", folder.path, ...options]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(message);
});

test("a folder without a database, or with one of another version, is one message", async () => {
  await using other = await temporaryFolder();
  const ask = () => runProgram(["exchanges", "--data-dir", other.path]);
  expect(await ask()).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("no workbench database") });
  const path = join(other.path, "workbench.sqlite");
  const database = new DatabaseSync(path);
  database.exec("CREATE TABLE notes (text TEXT)");
  database.close();
  expect(await ask()).toMatchObject({ code: 2, stderr: expect.stringContaining("not of this workbench's version") });
  await rm(path);
});
