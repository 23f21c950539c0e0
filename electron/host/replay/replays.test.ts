import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { ReplaySettings } from "../../../core/contract/replay.ts";
import { callControl, openControl } from "../control/control.fixture.ts";
import { klaviyoEvent, klaviyoProfile, openHost, post, recorded } from "../host.fixture.ts";
import { at, doneAtLeast, ended, record, settings, standIn } from "./replays.fixture.ts";

test("a session replayed here is told exchange by exchange; what the present metric table changes is changed, and nothing else", async () => {
  await using here = await openHost({ rateLimit: "off" });
  const session = await record(here, 3);
  await record(here, 2, "Viewed Product");
  await here.client.settings.update({ metrics: { "Viewed Product": "product.viewed" } });
  const started = await here.client.replays.start({ session, settings });
  expect(await ended(here.client, started.job)).toMatchObject({
    state: "done",
    done: 5,
    live: null,
    result: { session: started.session, totals: { same: 3, changed: 2, failed: 0, pending: 0, again: 0 } },
  });
  const changed = await here.client.replays.results({ session: started.session, outcome: "changed" });
  expect(changed.results).toHaveLength(2);
  expect(changed.results[0]).toMatchObject({
    sends: 1,
    summary: expect.stringContaining("native call difference"),
    recorded: { title: "Viewed Product", status: 202 },
    replayed: { status: 202 },
  });
  const child = await here.client.exchanges.record({ id: changed.results[0]?.replayed?.id ?? "" });
  expect(child).toMatchObject({ origin: "replayed", parent: changed.results[0]?.recorded?.id });
});

test("a session goes to another workbench, which answers the same; what it recorded carries the bytes and a key of its own", async () => {
  await using here = await openHost({ rateLimit: "off" });
  await using there = await openHost({ rateLimit: "off" });
  const session = await record(here, 4);
  expect((await post(here, "/klaviyo/v1/api/profiles", klaviyoProfile())).status).toBe(201);
  const { job, session: answers } = await here.client.replays.start({ session, settings: at(there) });
  expect(await ended(here.client, job)).toMatchObject({ state: "done", result: { totals: { same: 5 } } });
  const [sent, arrived] = [await recorded(here), await recorded(there)];
  expect(arrived.map(({ request }) => request.body).toSorted()).toEqual(
    sent.map(({ request }) => request.body).toSorted(),
  );
  expect(await here.client.replays.list({ session })).toMatchObject([
    { session: answers, source: session, total: 5, job: null, endedAt: expect.any(String), totals: { same: 5 } },
  ]);
});

test("a request for a tunnel is told as one that is not sent again, and what follows it is", async () => {
  await using here = await openHost({ rateLimit: "off" });
  await using there = await openHost({ rateLimit: "off" });
  const { host, port } = new URL(here.origin);
  const client = connect(Number(port), "127.0.0.1").resume();
  client.write(`CONNECT a.klaviyo.com:443 HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  await once(client, "close");
  const session = await record(here, 1);
  const started = await here.client.replays.start({ session, settings: at(there) });
  expect(await ended(here.client, started.job)).toMatchObject({ result: { totals: { same: 1, failed: 1 } } });
  const { results } = await here.client.replays.results({ session: started.session, outcome: "failed" });
  expect(results).toMatchObject([{ summary: expect.stringContaining("asks for a tunnel") }]);
});

test("keys that were refused are refused again, here and at another workbench", async () => {
  await using here = await openHost({ rateLimit: "off" });
  await using there = await openHost({ rateLimit: "off" });
  for (const key of ["ps_live_short", `pk_${"0".repeat(34)}`]) {
    const headers = { authorization: `Klaviyo-API-Key ${key}`, "content-type": "application/json" };
    const body = JSON.stringify(klaviyoEvent());
    expect((await fetch(`${here.origin}/api/events`, { method: "POST", headers, body })).status).toBe(401);
  }
  const session = await record(here, 1);
  for (const each of [settings, at(there)]) {
    const started = await here.client.replays.start({ session, settings: each });
    expect(await ended(here.client, started.job)).toMatchObject({ result: { totals: { same: 3 } } });
  }
});

test("a replay pauses and goes on; a cancelled one keeps its answers and sends only the rest when it is resumed", async () => {
  await using here = await openHost({ rateLimit: "off" });
  const session = await record(here, 6);
  const release = Promise.withResolvers<void>();
  await using target = await standIn(async (asked) => {
    if (asked === 4) await release.promise;
    return 202;
  });
  const { client } = here;
  const first = await client.replays.start({ session, settings: target.settings });
  await doneAtLeast(client, first.job, 3);
  await client.jobs.pause({ id: first.job });
  expect(await client.jobs.list()).toMatchObject([{ state: "paused", done: 3 }]);
  await client.jobs.resume({ id: first.job });
  await client.jobs.cancel({ id: first.job });
  release.resolve();
  expect(await ended(client, first.job)).toMatchObject({ state: "cancelled", done: 4, total: 6 });
  expect(await client.replays.list({ session: first.session })).toMatchObject([{ endedAt: null, job: null }]);

  const second = await client.replays.resume({ session: first.session });
  expect(second.session).toBe(first.session);
  expect(await ended(client, second.job)).toMatchObject({ state: "done", done: 6, result: { totals: { again: 0 } } });
  expect(target.asked()).toBe(6);
  await expect(client.replays.resume({ session: first.session })).rejects.toMatchObject({ code: "CONFLICT" });
});

test("a target that is not this machine is armed first, for one session and one host, and takes a key", async () => {
  await using here = await openHost();
  const session = await record(here, 1);
  const { replays } = here.client;
  const klaviyo: ReplaySettings = { ...settings, target: { kind: "klaviyo" } };
  const plan = () => replays.plan({ session, settings: klaviyo, tier: "standard" });
  expect(await plan()).toMatchObject({
    exchanges: 1,
    isArmed: false,
    needsKey: true,
    hasKey: false,
    destination: { host: "a.klaviyo.com", isElsewhere: true },
  });
  const unarmed = replays.start({ session, settings: klaviyo, key: "pk_123456" });
  await expect(unarmed).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("Confirm") });
  await replays.arm({ session, target: { kind: "klaviyo" } });
  expect(await plan()).toMatchObject({ isArmed: true });
  const keyless = replays.start({ session, settings: klaviyo });
  await expect(keyless).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("API key") });
  const other: ReplaySettings = { ...settings, target: { kind: "url", baseUrl: "https://compat.example.com" } };
  await expect(replays.start({ session, settings: other, key: "pk_123456" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

test("a replay that was sent to its end is sent once more in the same way, and its work names the run that it repeats", async () => {
  await using here = await openHost({ rateLimit: "off" });
  const { replays, jobs } = here.client;
  const session = await record(here, 4);
  const first = await replays.start({ session, settings: { ...settings, concurrency: 2, filter: "events" } });
  const unfinished = replays.again({ session: first.session });
  await expect(unfinished).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("Resume it") });
  await ended(here.client, first.job);
  await record(here, 1);
  const second = await replays.again({ session: first.session });
  expect(await ended(here.client, second.job)).toMatchObject({
    state: "done",
    done: 4,
    result: { session: second.session, twin: first.session },
  });
  expect(
    (await replays.list({ session })).map(({ settings: { filter, concurrency } }) => [filter, concurrency]),
  ).toEqual([
    ["events", 2],
    ["events", 2],
  ]);
  expect((await jobs.list()).find(({ id }) => id === first.job)).toMatchObject({ result: { twin: null } });
});

test("a replay is sent once more to Klaviyo only with its key and a person's word", async () => {
  await using open = await openControl();
  const { replays } = callControl(open);
  const { sessions, replays: kept } = open.store;
  const target = { kind: "klaviyo" } as const;
  const [session, answers] = open.store.write(() => [sessions.create("Shop").id, sessions.create("Answers").id]);
  open.store.write(() => {
    kept.begin(answers, { source: session, total: 1, settings: { ...settings, target } });
    kept.end(answers);
  });
  await expect(replays.again({ session: answers, key: "pk_123456" })).rejects.toMatchObject({ code: "CONFLICT" });
  await replays.arm({ session, target });
  await expect(replays.again({ session: answers })).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("API key"),
  });
});

test("a workbench that is live asks for the same before it replays at itself", async () => {
  await using here = await openHost();
  const session = await record(here, 1);
  await here.client.settings.update({ upstream: { kind: "live", baseUrl: "https://api.postscript.io/v1" } });
  const starting = here.client.replays.start({ session, settings });
  await expect(starting).rejects.toMatchObject({ message: expect.stringContaining("api.postscript.io") });
});

test("what a target answers compressed is kept and compared as what it says", async () => {
  await using here = await openHost();
  const session = await record(here, 1);
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(202, { "Content-Encoding": "gzip", "Content-Type": "application/json" });
    response.end(gzipSync('{"data":{"type":"event"}}'));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const target = { kind: "url", baseUrl: `http://127.0.0.1:${port}` } as const;
  const started = await here.client.replays.start({ session, settings: { ...settings, target } });
  await ended(here.client, started.job);
  const { results } = await here.client.replays.results({ session: started.session });
  const { response } = await here.client.exchanges.record({ id: results[0]?.replayed?.id ?? "" });
  expect(response?.body).toBe('{"data":{"type":"event"}}');
  expect(response?.headers.map(([name]) => name)).not.toContain("Content-Encoding");
  server.close();
});

test("a target that says to wait is waited for, and then asked again", async () => {
  await using here = await openHost();
  const session = await record(here, 2);
  await using target = await standIn(async (asked) => (asked <= 2 ? 429 : 202));
  const started = await here.client.replays.start({ session, settings: target.settings });
  expect(await ended(here.client, started.job)).toMatchObject({ state: "done", done: 2 });
  const { results } = await here.client.replays.results({ session: started.session });
  expect(results.map(({ replayed }) => replayed?.status)).toEqual([202, 202]);
  expect(target.asked()).toBe(4);
});

test("one exchange is replayed into the open session, and each of the two names the other", async () => {
  await using here = await openHost();
  await record(here, 1);
  const { exchanges } = here.client;
  const [parent] = await recorded(here);
  const { id } = await exchanges.replay({ id: parent?.id ?? "" });
  expect(await exchanges.get({ id })).toMatchObject({
    summary: { origin: "replayed", status: 202, parent: parent?.id },
    parent: { id: parent?.id, title: "Placed Order" },
  });
  expect(await exchanges.get({ id: parent?.id ?? "" })).toMatchObject({ children: [{ id, origin: "replayed" }] });
  await expect(exchanges.replay({ id: "gone" })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
