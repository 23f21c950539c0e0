import { expect, test } from "vitest";
import { faultsIn } from "../store/sound.fixture.ts";
import { append, record, storeFolder } from "../store/store.fixture.ts";
import type { Store } from "../store/store.ts";
import { copySessions, joinAgain, RearrangeRefused, splitSession } from "./rearrange.ts";

const at = (minute: number): string => new Date(Date.UTC(2026, 1, 3, 10, minute)).toISOString();
const bytesOfOne = 25 + 29 + 14 + 11;

async function ids(store: Store, session: string, filter = ""): Promise<string[]> {
  const { exchanges } = await store.reader.listExchanges({ session, filter, limit: 500 });
  return exchanges.map(({ id }) => id).toReversed();
}

async function titles(store: Store, session: string, filter = ""): Promise<string[]> {
  const { exchanges } = await store.reader.listExchanges({ session, filter, limit: 500 });
  return exchanges.map(({ title }) => title).toReversed();
}

/** A session of its own with exchanges that are named by their minutes. */
async function sessionOf(store: Store, name: string, minutes: readonly number[]): Promise<string> {
  const { id } = store.sessions.create(name);
  for (const minute of minutes) {
    const added = record({ id: `${name}${minute}`, title: `Order ${minute}`, at: at(minute) });
    store.write(() => store.exchanges.append(added, id));
  }
  await store.committed();
  return id;
}

test("a duplicate holds the same exchanges, notes and lineage, under ids of its own", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const session = store.sessions.openId;
  await append(
    store,
    record({ id: "parent", title: "Parent", at: at(1) }),
    record({ id: "child", title: "Child", at: at(2), parent: "parent", origin: "replayed" }),
    record({ id: "orphan", title: "Orphan", at: at(3), parent: "elsewhere", origin: "replayed" }),
  );
  store.exchanges.setNote("child", "Sent twice.");
  const copy = await copySessions(store, store.reader, { sessions: [session], name: "Copy" });

  expect(copy).toMatchObject({ name: "Copy", exchanges: 3, bytes: 3 * bytesOfOne, firstAt: at(1), lastAt: at(3) });
  expect(await titles(store, copy.id)).toEqual(["Parent", "Child", "Orphan"]);
  const [parent = "", child = "", orphan = ""] = await ids(store, copy.id);
  const { session: _, id: __, parent: ___, ...original } = (await store.reader.getExchange("child")) ?? {};
  expect(await store.reader.getExchange(child)).toEqual({ ...original, session: copy.id, id: child, parent });
  expect((await store.reader.getExchange(orphan))?.parent).toBe("elsewhere");
  expect((await store.reader.getHead(child))?.note).toBe("Sent twice.");
  expect(await titles(store, copy.id, "Child")).toEqual(["Child"]);
  expect(await titles(store, session)).toEqual(["Parent", "Child", "Orphan"]);
});

test("sessions are merged in order of time, and stay as they were", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const late = await sessionOf(store, "Late", [2, 4]);
  const early = await sessionOf(store, "Early", [1, 3, 5]);
  const merged = await copySessions(store, store.reader, { sessions: [late, early], name: "Both" });
  expect(await titles(store, merged.id)).toEqual(["Order 1", "Order 2", "Order 3", "Order 4", "Order 5"]);
  expect(merged).toMatchObject({ exchanges: 5, bytes: 5 * bytesOfOne, firstAt: at(1), lastAt: at(5) });
  expect([store.sessions.get(late)?.exchanges, store.sessions.get(early)?.exchanges]).toEqual([2, 3]);
});

test("a copy that was made while native calls went on gets those that follow, as the original does", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const session = store.sessions.openId;
  await append(store, record({ id: "bulk", nativePending: 3 }));
  const { native } = record();
  const goOn = async (pending: number): Promise<void> => {
    store.write(() => store.exchanges.appendNative("bulk", native, pending));
    await store.committed();
  };
  const before = await copySessions(store, store.reader, { sessions: [session], name: "Before" });
  await goOn(2);
  const copies = [before, await copySessions(store, store.reader, { sessions: [before.id], name: "Copy of it" })];
  await goOn(1);
  store.sessions.remove(session);
  await goOn(0);
  for (const { id } of copies) {
    const [copy = ""] = await ids(store, id);
    expect((await store.reader.getHead(copy))?.summary).toMatchObject({ nativeCalls: 4, nativePending: 0 });
    expect((await store.reader.getExchange(copy))?.native).toHaveLength(4);
    expect(store.sessions.get(id)).toMatchObject({ bytes: bytesOfOne + 3 * (29 + 14) });
  }
  await store.close();
  expect(faultsIn(folder.dataDir)).toEqual([]);
});

test("what fits a filter is split off with its ids, and can be put back", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const whole = await sessionOf(store, "Shop", [1, 2, 3, 4]);
  const part = await splitSession(store, store.reader, { session: whole, filter: '"Order 1"', name: "Part" });
  expect(part).toMatchObject({ exchanges: 1, bytes: bytesOfOne, firstAt: at(1), lastAt: at(1) });
  expect(await ids(store, part.id)).toEqual(["Shop1"]);
  expect(store.sessions.get(whole)).toMatchObject({
    exchanges: 3,
    bytes: 3 * bytesOfOne,
    firstAt: at(2),
    lastAt: at(4),
  });

  expect(await joinAgain(store, store.reader, part.id)).toMatchObject({ id: whole, exchanges: 4, firstAt: at(1) });
  expect(await ids(store, whole)).toEqual(["Shop1", "Shop2", "Shop3", "Shop4"]);
  expect(store.sessions.get(part.id)).toBeUndefined();
});

test("a filter that nothing fits changes nothing", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const whole = await sessionOf(store, "Shop", [1, 2]);
  const order = { session: whole, filter: "status:5xx", name: "Part" };
  await expect(splitSession(store, store.reader, order)).rejects.toThrow(RearrangeRefused);
  expect(store.sessions.list()).toHaveLength(2);
});

test("work that is cancelled leaves the sessions as they were", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const minutes = Array.from({ length: 400 }, (_, index) => index);
  const whole = await sessionOf(store, "Shop", minutes);
  for (const work of ["copy", "split"] as const) {
    const cancel = new AbortController();
    const progress = { signal: cancel.signal, onProgress: () => cancel.abort() };
    const doing =
      work === "copy"
        ? copySessions(store, store.reader, { sessions: [whole], name: "Copy", ...progress })
        : splitSession(store, store.reader, { session: whole, filter: "Order", name: "Part", ...progress });
    await expect(doing).rejects.toMatchObject({ name: "AbortError" });
    expect(store.sessions.get(whole)).toMatchObject({ exchanges: 400, bytes: 400 * bytesOfOne });
    expect(await ids(store, whole)).toHaveLength(400);
    expect(store.sessions.list()).toHaveLength(2);
  }
});

test("a split that an end cut off is taken back at the next start", async () => {
  await using folder = await storeFolder();
  const first = await folder.open();
  const whole = await sessionOf(first, "Shop", [1, 2, 3]);
  const positions = await first.reader.findPositions([whole], '"Order 2"');
  const part = first.transfer.beginPart("Part", whole);
  first.write(() => first.transfer.move(positions, whole, part));
  await first.close();
  const second = await folder.open();
  expect(second.notices).toEqual(["A split of “Shop” was cut off. Its 1 exchange was put back."]);
  expect(second.sessions.get(whole)).toMatchObject({ exchanges: 3, bytes: 3 * bytesOfOne });
  expect(await ids(second, whole)).toEqual(["Shop1", "Shop2", "Shop3"]);
  expect(second.sessions.get(part)).toBeUndefined();
});
