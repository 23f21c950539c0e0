import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { dataFolderAt } from "../folder/dataFolder.ts";
import { append, record, storeFolder } from "../store.fixture.ts";
import type { Store } from "../store.ts";

const pause = (store: Store) => store.settings.update({ recording: "paused" });
const listed = async (store: Store, filter = "", page: { before?: number; after?: number; limit?: number } = {}) =>
  (await store.reader.listExchanges({ session: store.sessions.openId, withUnkept: true, filter, limit: 100, ...page }))
    .exchanges;

test("while recording is paused, what arrives is shown with the session and kept in none", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  await append(store, record({ id: "before" }));
  pause(store);
  await append(store, record({ id: "during", title: "Paused order" }));
  store.settings.update({ recording: "on" });
  await append(store, record({ id: "after" }));

  expect((await listed(store)).map(({ id }) => id)).toEqual(["after", "during", "before"]);
  expect((await listed(store, "Paused")).map(({ id }) => id)).toEqual(["during"]);
  expect(await store.reader.getExchange("during")).toMatchObject({ session: "unkept" });
  expect(store.unkept.count()).toEqual({ exchanges: 1, dropped: 0 });
  expect(store.sessions.list()).toMatchObject([{ exchanges: 2 }]);
  const all = await store.reader.listExchanges({ filter: "", limit: 10 });
  expect(all).toMatchObject({ total: 2, exchanges: [{ id: "after" }, { id: "before" }] });
});

test("a list of what is kept and what is not is paged without gaps", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  for (const index of [1, 2, 3, 4, 5, 6]) {
    store.settings.update({ recording: index % 2 === 0 ? "paused" : "on" });
    await append(store, record({ id: `x${index}` }));
  }
  const first = await listed(store, "", { limit: 4 });
  expect(first.map(({ id }) => id)).toEqual(["x6", "x5", "x4", "x3"]);
  expect((await listed(store, "", { before: first[3]?.position ?? 0 })).map(({ id }) => id)).toEqual(["x2", "x1"]);
  expect((await listed(store, "", { after: 1, limit: 2 })).map(({ id }) => id)).toEqual(["x3", "x2"]);
});

test("what was not kept can be kept: it has its place, its number and counts in the session", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  await append(store, record({ id: "first", at: "2026-02-03T10:00:00.000Z" }));
  pause(store);
  await append(store, record({ at: "2026-02-03T11:00:00.000Z" }), record({ at: "2026-02-03T12:00:00.000Z" }));
  expect(store.unkept.keep()).toBe(2);
  store.settings.update({ recording: "on" });
  await append(store, record({ at: "2026-02-03T13:00:00.000Z" }));
  expect((await listed(store)).map(({ seq, session }) => [seq, session === store.sessions.openId])).toEqual([
    [4, true],
    [3, true],
    [2, true],
    [1, true],
  ]);
  expect(store.sessions.get(store.sessions.openId)).toMatchObject({
    exchanges: 4,
    bytes: 4 * (25 + 29 + 14 + 11),
    firstAt: "2026-02-03T10:00:00.000Z",
    lastAt: "2026-02-03T13:00:00.000Z",
  });
  expect(store.unkept.count()).toEqual({ exchanges: 0, dropped: 0 });
  expect(store.unkept.keep()).toBe(0);
});

test("pause and what it showed outlive a restart, until they are cleared", async () => {
  await using folder = await storeFolder();
  const first = await folder.open();
  pause(first);
  await append(first, record({ id: "during" }));
  await first.close();
  const second = await folder.open();
  await append(second, record({ id: "later" }));
  expect((await listed(second)).map(({ id }) => id)).toEqual(["later", "during"]);
  second.unkept.clear();
  await second.committed();
  expect(await listed(second)).toEqual([]);
  expect(second.unkept.count()).toEqual({ exchanges: 0, dropped: 0 });
  await append(second, record({ id: "last" }));
  expect((await listed(second)).map(({ id }) => id)).toEqual(["last"]);
});

test("of what is not kept, the oldest make way, and are counted", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  pause(store);
  await append(store, ...Array.from({ length: 1099 }, () => record()));
  expect(store.unkept.count()).toEqual({ exchanges: 1099, dropped: 0 });
  expect(await listed(store, "Placed", { limit: 2000 })).toHaveLength(1099);
  await append(store, record({ id: "newest" }));
  await expect.poll(() => store.unkept.count()).toEqual({ exchanges: 1000, dropped: 100 });
  expect((await listed(store))[0]?.id).toBe("newest");
  expect(await listed(store, "Placed", { limit: 2000 })).toHaveLength(1000);
  using index = new DatabaseSync(dataFolderAt(folder.dataDir).search, { readOnly: true });
  const indexed = index.prepare("SELECT id FROM exchange_text_docsize");
  await expect.poll(() => indexed.all().length).toBe(1000);
  store.unkept.keep();
  expect(store.sessions.get(store.sessions.openId)).toMatchObject({
    exchanges: 1000,
    bytes: 1000 * (25 + 29 + 14 + 11),
  });
});
