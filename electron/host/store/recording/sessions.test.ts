import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { append, record, storeFolder } from "../store.fixture.ts";

test("a new folder has a session that is recorded into", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  expect(store.sessions.list()).toMatchObject([{ id: store.sessions.openId, name: "First session", exchanges: 0 }]);
});

test("a session counts what it holds", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  await append(store, record({ at: "2026-02-03T10:00:00.000Z" }), record({ at: "2026-02-03T11:00:00.000Z" }));
  expect(store.sessions.get(store.sessions.openId)).toMatchObject({
    exchanges: 2,
    firstAt: "2026-02-03T10:00:00.000Z",
    lastAt: "2026-02-03T11:00:00.000Z",
    bytes: 2 * (25 + 29 + 14 + 11),
  });
});

test("the session that was opened last is open again after a restart", async () => {
  await using folder = await storeFolder();
  const first = await folder.open();
  const created = first.sessions.create("Shop A");
  first.sessions.create("Shop B");
  first.sessions.open(created.id);
  await first.close();
  const second = await folder.open();
  expect(second.sessions.openId).toBe(created.id);
});

test("a removed session takes its exchanges with it, and the one that was recorded into before is opened", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const first = store.sessions.openId;
  const other = store.write(() => store.sessions.create("Other"));
  store.sessions.open(other.id);
  store.sessions.open(first);
  await append(store, record({ id: "gone" }));
  expect(store.sessions.remove(first)).toBe(other.id);
  await store.committed();
  expect(await store.reader.getExchange("gone")).toBeUndefined();
  expect((await store.reader.listExchanges({ filter: "", limit: 10 })).total).toBe(0);
  expect(store.sessions.list().map(({ id }) => id)).toEqual([other.id]);
  expect(store.sessions.remove(first)).toBeUndefined();
});

test("what nobody recorded into, as the answers of a replay, does not begin to be when the open session is removed", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const answers = store.write(() => store.sessions.begin("Replay of First session"));
  store.sessions.reveal(answers);
  store.sessions.remove(store.sessions.openId);
  await store.committed();
  expect(store.sessions.openId).not.toBe(answers);
  expect(store.sessions.list()).toHaveLength(2);
});

test("removing the last session begins a new one", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const first = store.sessions.openId;
  store.sessions.remove(first);
  await store.committed();
  expect(store.sessions.list()).toHaveLength(1);
  expect(store.sessions.openId).not.toBe(first);
});

test("a renamed session bears its new name, one that is not there stays unnamed", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  expect(store.sessions.update(store.sessions.openId, { name: "Shop A" })?.name).toBe("Shop A");
  expect(store.sessions.update("ses_none", { name: "Shop B" })).toBeUndefined();
});

test("a note and tags stay with the session, and what is not named stays as it was", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const id = store.sessions.openId;
  store.sessions.update(id, { note: "Before the launch", tags: ["shop-a", "baseline"] });
  expect(store.sessions.update(id, { name: "Shop A" })).toMatchObject({
    name: "Shop A",
    note: "Before the launch",
    tags: ["shop-a", "baseline"],
  });
});

test("a removed session can be had back with its exchanges, until the store is closed", async () => {
  await using folder = await storeFolder();
  const first = await folder.open();
  const id = first.sessions.openId;
  await append(first, record({ id: "back" }));
  first.sessions.remove(id);
  expect(first.sessions.restore(id)).toMatchObject({ id, exchanges: 1 });
  await first.committed();
  expect(await first.reader.getExchange("back")).toMatchObject({ id: "back" });

  first.sessions.remove(id);
  await first.close();
  const second = await folder.open();
  expect(second.sessions.restore(id)).toBeUndefined();
});

test("a session that is begun is seen by nobody before it is whole", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const id = store.sessions.begin("Imported");
  store.write(() => store.exchanges.append(record({ id: "imported" }), id));
  await store.committed();
  expect(store.sessions.get(id)).toBeUndefined();
  expect(await store.reader.getExchange("imported")).toBeUndefined();
  expect(store.sessions.reveal(id)).toMatchObject({ name: "Imported", exchanges: 1 });
  await store.committed();
  expect(await store.reader.getExchange("imported")).toMatchObject({ session: id, seq: 1 });
});

test("what a crash leaves of an unfinished session is gone at the next start", async () => {
  await using folder = await storeFolder();
  const first = await folder.open();
  const id = first.sessions.begin("Imported");
  await append(first, record());
  await first.close();
  const second = await folder.open();
  expect(second.sessions.reveal(id)).toBeUndefined();
});

test("what is written while the store closes is kept, and what comes after it is refused", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  await store.reader.listProperties();
  const id = store.sessions.openId;
  let written = "";
  let isClosed = false;
  const closing = store.close().then(() => {
    isClosed = true;
  });
  for (let count = 0; !isClosed; count += 1) {
    store.sessions.update(id, { note: String(count) });
    written = String(count);
    await setImmediate();
  }
  await closing;
  expect(() => store.sessions.update(id, { note: "late" })).toThrow();
  expect((await folder.open()).sessions.get(id)?.note).toBe(written);
});
