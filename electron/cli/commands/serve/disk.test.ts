import { once } from "node:events";
import { cpSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import type { HostEvent } from "../../../../core/contract/events.ts";
import { controlClient } from "../../../host/control/controlClient.fixture.ts";
import { faultsIn, recordedRows } from "../../../host/store/sound.fixture.ts";
import { startServing, temporaryFolder } from "../../program.fixture.ts";
import { fillDisk, noDisk, seenBy, smallDisk } from "./smallDisk.fixture.ts";

const key = `ps_test_${"k".repeat(32)}`;
const event = JSON.stringify({
  data: {
    type: "event",
    attributes: {
      metric: { data: { type: "metric", attributes: { name: "Placed Order" } } },
      profile: { data: { type: "profile", attributes: { email: "ada@example.com" } } },
      properties: { note: "word ".repeat(100) },
    },
  },
});

/** What a page is told next about recording. */
async function nextFault(stream: AsyncIterator<HostEvent>, before: string | null): Promise<string | null> {
  for (;;) {
    const { value: event } = await stream.next();
    if (event.type === "status" && event.status.recordingFault !== before) return event.status.recordingFault;
  }
}

test("a full disk is told once, on the page too, nothing is answered that is not recorded, and recording goes on when there is room", async (context) => {
  await using folder = await temporaryFolder();
  const disk = smallDisk(folder.path, "size=24m");
  if (!disk) return context.skip(noDisk);
  await using serving = await startServing(["--data-dir", folder.path, "--rate-limit", "off"], disk.within);
  const dataDir = seenBy(serving.ready.pid, folder.path);
  const page = await controlClient(serving.ready.control).workbench.events();
  const answered = new Map<number, string[]>();
  const bodies: string[] = [];
  const send = async (count: number): Promise<number[]> => {
    const statuses: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const headers = { authorization: `Klaviyo-API-Key ${key}`, "content-type": "application/json" };
      const response = await fetch(`${serving.ready.compat}/api/events`, { method: "POST", headers, body: event });
      statuses.push(response.status);
      const ids = answered.get(response.status) ?? [];
      answered.set(response.status, [...ids, response.headers.get("x-klaviyo-req-id") ?? ""]);
      bodies.push(await response.text());
    }
    return statuses;
  };
  const askNative = (body?: string): Promise<Response> =>
    fetch(`${serving.ready.native}/${body ? "profiles" : "events"}`, {
      method: body ? "POST" : "GET",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: body ?? null,
    });

  expect(await send(5)).toEqual(Array(5).fill(202));
  const giveBack = fillDisk(dataDir);
  expect((await send(100)).at(-1)).toBe(500);
  expect(bodies.at(-1)).toContain("The workbench could not record this request.");
  expect((await askNative()).status).toBe(200);
  expect((await askNative('{"email":"new@example.com"}')).status).toBe(500);
  expect((await askNative("{}")).status).toBe(400);
  const fault = await nextFault(page, null);
  expect(fault).toMatch(/^The disk of the data folder .+ is full: /);
  giveBack();
  expect(await send(20)).toEqual(Array(20).fill(202));
  expect(await nextFault(page, fault)).toBe(null);
  await page.return?.();
  await using copy = await temporaryFolder();
  cpSync(dataDir, copy.path, { recursive: true });
  expect(faultsIn(copy.path)).toEqual([]);
  expect(recordedRows(copy.path).map(({ id }) => id)).toEqual(answered.get(202));

  const refused = (answered.get(500)?.length ?? 0) + 1;
  const { code, stderr } = await serving.stop();
  expect(code).toBe(0);
  expect(stderr.trimEnd().split("\n")).toEqual([
    `The disk of the data folder ${folder.path} is full: nothing can be recorded. Make room, or delete sessions. Until then, requests are answered with 500.`,
    `Recording goes on. ${refused} requests were answered with 500 meanwhile and left no trace.`,
  ]);
});

test("native calls that follow their answer end when what comes of them cannot be kept, and the workbench goes on", async (context) => {
  await using folder = await temporaryFolder();
  const disk = smallDisk(folder.path, "size=24m");
  if (!disk) return context.skip(noDisk);
  const calls = 2000;
  let called = 0;
  const native = createServer(async (request, response) => {
    called += 1;
    request.resume();
    await setTimeout(10);
    response.end(JSON.stringify({ id: "prof_1", note: "x".repeat(4096) }));
  }).listen(0, "127.0.0.1");
  await once(native, "listening");
  const upstream = `http://127.0.0.1:${(native.address() as AddressInfo).port}`;
  const within = ["env", `POSTSCRIPT_API_KEY=ps_live_${"k".repeat(32)}`, ...disk.within];
  await using serving = await startServing(
    ["--data-dir", folder.path, "--rate-limit", "off", "--upstream", upstream],
    within,
  );
  const ask = (path: string, body: unknown) =>
    fetch(`${serving.ready.compat}/api/${path}`, {
      method: "POST",
      headers: { authorization: `Klaviyo-API-Key ${key}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const data = Array.from({ length: calls }, (_, at) => ({ type: "profile", attributes: { external_id: `p${at}` } }));
  const profiles = { data: { type: "profile-bulk-import-job", attributes: { profiles: { data } } } };
  expect((await ask("profile-bulk-import-jobs", profiles)).status).toBe(202);
  while (called < 50) await setTimeout(10);
  const giveBack = fillDisk(seenBy(serving.ready.pid, folder.path));
  for (let before = -1; before < called; await setTimeout(500)) before = called;
  expect(called).toBeLessThan(calls);
  giveBack();
  expect((await ask("profiles", { data: { type: "profile", attributes: { email: "a@example.com" } } })).status).toBe(
    201,
  );
  native.close();
  expect((await serving.stop()).stderr).toMatch(/The native calls of exchange \S+ ended: .*could not be written.*full/);
});

test("a read-only data folder is one line that says what to do", async (context) => {
  await using folder = await temporaryFolder();
  const disk = smallDisk(folder.path, "ro");
  if (!disk) return context.skip(noDisk);
  const starting = startServing(["--data-dir", folder.path], disk.within);
  await expect(starting).rejects.toThrow(
    /^The data folder .+ cannot be written \(.*read-only.*\)\. Make it writable, or choose another with --data-dir\.\n$/,
  );
});

test("a folder that another workbench has open is one line that says which process has it", async () => {
  await using folder = await temporaryFolder();
  await using serving = await startServing(["--data-dir", folder.path]);
  await expect(startServing(["--data-dir", folder.path])).rejects.toThrow(
    `is in use by another workbench (process ${serving.ready.pid}). Close that one, or choose another folder with --data-dir.\n`,
  );
});
