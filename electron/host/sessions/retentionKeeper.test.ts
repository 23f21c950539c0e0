import { expect, onTestFinished, test } from "vitest";
import type { ReplaySettings } from "../../../core/contract/replay.ts";
import { noRetention } from "../../../core/contract/settings.ts";
import { Jobs } from "../jobs/jobs.ts";
import { record, storeFolder } from "../store/store.fixture.ts";
import type { Store } from "../store/store.ts";
import { RetentionKeeper } from "./retentionKeeper.ts";

const at = (day: number): string => `2026-02-${String(day).padStart(2, "0")}T10:00:00.000Z`;
const replaySettings: ReplaySettings = {
  target: { kind: "workbench" },
  pace: { kind: "fast" },
  maxIdleMs: null,
  concurrency: 1,
  filter: "",
};
const bytesOfOne = 25 + 29 + 14 + 11;

async function sessionOf(store: Store, name: string, days: readonly number[]): Promise<string> {
  const { id } = store.sessions.create(name);
  for (const day of days) {
    const added = record({ id: `${name}${day}`, title: `Day ${day}`, at: at(day) });
    store.write(() => store.exchanges.append(added, id));
  }
  await store.committed();
  return id;
}

async function ids(store: Store, session: string, filter = ""): Promise<string[]> {
  const { exchanges } = await store.reader.listExchanges({ session, filter, limit: 100 });
  return exchanges.map(({ id }) => id).toReversed();
}

function keeper(store: Store, jobs = new Jobs(() => undefined)) {
  const log: string[] = [];
  const now = () => new Date(at(10));
  const retention = new RetentionKeeper({
    store,
    jobs,
    now,
    log: (line) => log.push(line),
    onRemoved: () => undefined,
  });
  onTestFinished(() => retention.close());
  return { retention, log };
}

test("without a limit nothing is removed", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const session = await sessionOf(store, "Shop", [1, 2, 3]);
  await keeper(store).retention.sweep();
  expect(await ids(store, session)).toHaveLength(3);
});

test("the oldest go, of each session; it counts them and says so", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const shop = await sessionOf(store, "Shop", [1, 2, 3, 4]);
  const other = await sessionOf(store, "Other", [5]);
  const { retention, log } = keeper(store);
  const limits = { ...noRetention, exchanges: 2 };
  expect(await store.reader.findExpired(limits, at(10))).toMatchObject([{ name: "Shop", bytes: 2 * bytesOfOne }]);
  store.settings.update({ retention: limits });
  await retention.sweep();
  expect(await ids(store, shop)).toEqual(["Shop3", "Shop4"]);
  expect(await ids(store, other)).toEqual(["Other5"]);
  expect(store.sessions.get(shop)).toMatchObject({
    exchanges: 2,
    bytes: 2 * bytesOfOne,
    dropped: 2,
    firstAt: at(3),
    lastAt: at(4),
  });
  expect(log).toEqual(["Removed from “Shop”, beyond the limits: 2."]);
  expect(await ids(store, shop, '"Day 1"')).toEqual([]);
});

test("what is too old goes, wherever it stands", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const session = await sessionOf(store, "Imported", [8, 1, 9]);
  store.settings.update({ retention: { ...noRetention, days: 5 } });
  await keeper(store).retention.sweep();
  expect(await ids(store, session)).toEqual(["Imported8", "Imported9"]);
});

test("limits for all sessions together take the oldest of all", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const first = await sessionOf(store, "First", [1, 2]);
  const second = await sessionOf(store, "Second", [3, 4]);
  store.settings.update({ retention: { ...noRetention, scope: "all", exchanges: 1 } });
  await keeper(store).retention.sweep();
  expect([await ids(store, first), await ids(store, second)]).toEqual([[], ["Second4"]]);
});

test("what a replay has left to send is kept until it is sent, also where another process sends it", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const source = await sessionOf(store, "Shop", [1, 2, 3]);
  const { id: answers } = store.sessions.create("Replay of Shop");
  store.settings.update({ retention: { ...noRetention, exchanges: 1 } });
  store.write(() => store.replays.begin(answers, { source, total: 3, settings: replaySettings }));
  const { retention } = keeper(store);
  await retention.sweep();
  expect(await ids(store, source)).toHaveLength(3);
  store.write(() => store.replays.end(answers));
  await retention.sweep();
  expect(await ids(store, source)).toEqual(["Shop3"]);
});

test("each session of a merge keeps all until that has ended", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const sessions = [await sessionOf(store, "First", [1, 2]), await sessionOf(store, "Second", [3, 4])];
  store.settings.update({ retention: { ...noRetention, exchanges: 1 } });
  const jobs = new Jobs(() => undefined);
  const [session, ...others] = sessions;
  const end = Promise.withResolvers<{ session: string; exchanges: number }>();
  jobs.start({ kind: "copy", label: "Merge", session: session ?? "", others, run: () => end.promise, explain: String });
  await keeper(store, jobs).retention.sweep();
  expect(await Promise.all(sessions.map((id) => ids(store, id)))).toMatchObject([{ length: 2 }, { length: 2 }]);
  end.resolve({ session: "", exchanges: 4 });
});

test("a session that work goes on with keeps all until that has ended", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const session = await sessionOf(store, "Shop", [1, 2, 3]);
  store.settings.update({ retention: { ...noRetention, exchanges: 1 } });
  const jobs = new Jobs(() => undefined);
  const end = Promise.withResolvers<void>();
  const job = jobs.start({
    kind: "export",
    label: "Export of Shop",
    session,
    run: async () => {
      await end.promise;
      return { fileName: "shop.har", bytes: 1, exchanges: 3, masked: null };
    },
    explain: String,
  });
  const { retention } = keeper(store, jobs);
  await retention.sweep();
  expect(await ids(store, session)).toHaveLength(3);
  end.resolve();
  await jobs.ended(job);
  await retention.sweep();
  expect(await ids(store, session)).toEqual(["Shop3"]);
});
