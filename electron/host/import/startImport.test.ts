import { setImmediate } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { askRaw, callControl, openControl } from "../control/control.fixture.ts";
import { startImport } from "./startImport.ts";

const eventBody = (email: string) =>
  `{"data":{"type":"event","attributes":{"profile":{"data":{"type":"profile","attributes":{"email":"${email}"}}},"metric":{"data":{"type":"metric","attributes":{"name":"Placed Order"}}},"properties":{}}}}`;
const curl = (email: string) =>
  `curl 'https://a.klaviyo.com/api/events/' -H 'Authorization: Klaviyo-API-Key pk_${"1".repeat(34)}' --json '${eventBody(email)}'\n`;

async function upload(open: Awaited<ReturnType<typeof openControl>>, name: string, body: string | Buffer) {
  const { control, host, cookie } = open;
  const answer = await fetch(`http://127.0.0.1:${control.port}/imports?name=${encodeURIComponent(name)}`, {
    method: "POST",
    headers: { cookie, origin: `http://${host}`, "content-type": "application/octet-stream" },
    body: typeof body === "string" ? body : new Uint8Array(body),
  });
  return answer.status;
}

test("a file that the page sends becomes a session, and what was not understood is told with its place", async () => {
  await using open = await openControl();
  const client = callControl(open);
  expect(await upload(open, "ticket.sh", `${curl("jane@example.com")}curl --fail\n`)).toBe(200);
  const [job] = await client.jobs.list();
  expect(job).toMatchObject({
    kind: "import",
    label: "Import of ticket.sh",
    state: "done",
    fraction: 1,
    result: { exchanges: 1, skippedCount: 1, skipped: [{ place: "line 2" }] },
  });
  expect((await client.sessions.list()).map(({ name, exchanges }) => [name, exchanges])).toContainEqual([
    "ticket.sh",
    1,
  ]);
});

test("a request of a file shows the native calls that the present rules make of it, with the way of each field", async () => {
  await using open = await openControl();
  const client = callControl(open);
  await upload(open, "ticket.sh", `${curl("jane@example.com")}${curl("not an address")}`);
  const [session] = (await client.sessions.list()).filter(({ name }) => name === "ticket.sh");
  const { exchanges } = await client.exchanges.list({ session: session?.id ?? "", limit: 10 });
  const [refused, taken] = await Promise.all(exchanges.map(({ id }) => client.exchanges.item({ id, index: 0 })));
  expect(taken?.native[0]).toMatchObject({ isMade: false, path: "/v1/events", status: null });
  expect(taken?.native[0]?.requestBody.text).toContain('"email":"jane@example.com"');
  expect(taken?.links.map(({ to }) => to.pointer)).toContain("/0/profile/email");
  expect(refused?.native).toEqual([]);
});

test("a compressed file is unpacked on the way, and a damaged one leaves nothing behind", async () => {
  await using open = await openControl();
  const client = callControl(open);
  const packed = gzipSync(curl("jane@example.com"));
  await upload(open, "packed.sh.gz", packed);
  await upload(open, "broken.sh.gz", packed.subarray(0, packed.length - 12));
  await upload(open, "picture.png", Buffer.from([137, 80, 78, 71, 0, 0, 0, 0]));
  const jobs = await client.jobs.list();
  expect(jobs.map(({ state }) => state)).toEqual(["failed", "failed", "done"]);
  expect(jobs.map(({ message }) => message !== null && message !== "")).toEqual([true, true, false]);
  expect((await client.sessions.list()).map(({ name }) => name)).toEqual(["packed.sh.gz", "First session"]);
});

test("a cancelled import ends at once, even while the sender says nothing, and leaves nothing behind", async () => {
  await using open = await openControl();
  const { store, jobs } = open;
  const silence = Promise.withResolvers<never>();
  const job = startImport(
    { store, jobs },
    {
      name: "endless.ndjson",
      length: undefined,
      open: async function* (signal) {
        for (let index = 0; index < 1000; index++) yield Buffer.from(`${eventBody(`jane${index}@example.com`)}\n`);
        signal.addEventListener("abort", () => silence.reject(signal.reason));
        await silence.promise;
      },
    },
  );
  while ((jobs.get(job)?.done ?? 0) < 200) await setImmediate();
  expect(store.sessions.list()).toHaveLength(1);
  jobs.cancel(job);
  await jobs.ended(job);
  expect(jobs.get(job)).toMatchObject({ state: "cancelled", result: null, message: null });
  expect(store.sessions.list()).toHaveLength(1);
});

test("a sender that goes away fails the import with what to do", async () => {
  await using open = await openControl();
  const { host, cookie, jobs } = open;
  await expect(
    askRaw(open, {
      method: "POST",
      path: "/imports?name=half.sh",
      headers: {
        host,
        cookie,
        origin: `http://${host}`,
        "content-type": "application/octet-stream",
        "content-length": "100000",
        connection: "close",
      },
      body: curl("jane@example.com"),
      cut: true,
    }),
  ).rejects.toThrow();
  while (jobs.list()[0]?.state === "running" || jobs.list().length === 0) await setImmediate();
  expect(jobs.list()[0]).toMatchObject({ state: "failed", message: expect.stringContaining("Nothing was imported") });
  expect(open.store.sessions.list()).toHaveLength(1);
});

test("a file of which nothing can be read is refused with the place and the reason, and leaves no session", async () => {
  await using open = await openControl();
  const client = callControl(open);
  const before = await client.sessions.list();
  await upload(open, "broken.har", '{ "log": { "entries": [');
  const [job] = await client.jobs.list();
  expect(job).toMatchObject({
    state: "failed",
    message: expect.stringMatching(/^Nothing of broken\.har could be imported\. .+: /),
  });
  expect(await client.sessions.list()).toEqual(before);
});
