import { expect, test } from "vitest";
import { callControl, openControl } from "../control/control.fixture.ts";
import { klaviyoEvent, openHost } from "../host.fixture.ts";
import type { ExchangeRecord } from "../store/exchangeRecord.ts";
import { record as storedEvent } from "../store/store.fixture.ts";
import { ended, record, settings, standIn } from "./replays.fixture.ts";

test("neither side of a replay under way is deleted, and who wants to is told what needs it", async () => {
  await using here = await openHost({ rateLimit: "off" });
  const session = await record(here, 1);
  const release = Promise.withResolvers<void>();
  await using target = await standIn(async () => {
    await release.promise;
    return 202;
  });
  const { replays, sessions } = here.client;
  const started = await replays.start({ session, settings: target.settings });
  for (const id of [session, started.session]) {
    await expect(sessions.remove({ id })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("Replay of First session"),
    });
  }
  release.resolve();
  expect(await ended(here.client, started.job)).toMatchObject({ state: "done" });
  await sessions.remove({ id: started.session });
});

test("neither side of a replay that a command sends is deleted", async () => {
  await using open = await openControl();
  const { sessions } = callControl(open);
  const { store } = open;
  const sides = store.write(() => [store.sessions.create("Shop").id, store.sessions.create("Answers").id]);
  const [source = "", answers = ""] = sides;
  store.write(() => store.replays.begin(answers, { source, total: 1, settings }));
  await store.committed();
  const command = store.replays.claim(answers);
  for (const id of sides) await expect(sessions.remove({ id })).rejects.toMatchObject({ code: "CONFLICT" });
  command?.release();
  for (const id of sides) await sessions.remove({ id });
});

test("a target with a password in its address is refused, and one that an earlier workbench kept is shown without", async () => {
  await using open = await openControl();
  const { replays } = callControl(open);
  const { sessions, replays: kept } = open.store;
  const withPassword = { ...settings, target: { kind: "url", baseUrl: "http://ada:secret@127.0.0.1:1/api" } } as const;
  const [session, answers] = open.store.write(() => [sessions.create("Shop").id, sessions.create("Answers").id]);
  await expect(replays.start({ session, settings: withPassword })).rejects.toMatchObject({ code: "BAD_REQUEST" });

  open.store.write(() => kept.begin(answers, { source: session, total: 1, settings: withPassword }));
  await open.store.committed();
  expect(await replays.list({ session })).toMatchObject([
    { session: answers, settings: { target: { kind: "url", baseUrl: "http://127.0.0.1:1/api" } } },
  ]);
});

test("a replay goes where it was admitted to, although the workbench turns live before its first request", async () => {
  await using open = await openControl();
  const { store, replays, jobs } = open;
  await using live = await standIn(async () => 201);
  const request: ExchangeRecord["request"] = {
    method: "POST",
    path: "/api/events",
    headers: [
      ["Authorization", "Klaviyo-API-Key ps_test_#000000000000"],
      ["Content-Type", "application/json"],
    ],
    body: JSON.stringify(klaviyoEvent()),
  };
  const { id: session } = store.write(() => {
    const created = store.sessions.create("Shop");
    store.exchanges.append(storedEvent({ request }), created.id);
    return created;
  });
  await store.committed();
  const starting = replays.start(session, settings, undefined);
  store.write(() => store.settings.update({ upstream: { kind: "live", baseUrl: live.settings.target.baseUrl } }));
  const { job } = await starting;
  await jobs.ended(job);
  expect(jobs.get(job)).toMatchObject({ state: "done", live: null, done: 1 });
  const [sent] = await store.reader.listReplays(session);
  const { results } = await store.reader.listReplayResults({ session: sent?.session ?? "", after: 0, limit: 1 });
  expect(await store.reader.getExchange(results[0]?.replayed?.id ?? "")).toMatchObject({
    native: [{ response: { status: 201, body: expect.stringContaining("evt_") } }],
  });
  expect(live.asked()).toBe(0);
});
