import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { Jobs } from "../jobs/jobs.ts";
import { dataFolderAt } from "../store/folder/dataFolder.ts";
import { record, type StoreFolder, storeFolder } from "../store/store.fixture.ts";
import type { Store } from "../store/store.ts";
import { splitSession } from "./rearrange.ts";
import { startJoin, startSplit } from "./startRearrange.ts";

const count = 1000;

async function sessionOf(store: Store, name: string): Promise<string> {
  const { id } = store.sessions.create(name);
  store.write(() => {
    for (let index = 0; index < count; index += 1) store.exchanges.append(record({ title: "Order" }), id);
  });
  await store.committed();
  return id;
}

/** Work of a host on a session of a thousand; `atFirstProgress` runs once, while it is under way. */
async function working(folder: StoreFolder, atFirstProgress: (store: Store) => void) {
  const store = await folder.open();
  const jobs = new Jobs(() => undefined);
  let isBegun = false;
  jobs.listen(() => {
    if (isBegun || !jobs.list().some(({ done }) => done > 0)) return;
    isBegun = true;
    atFirstProgress(store);
  });
  const end = async (job: string) => {
    await jobs.ended(job);
    return jobs.get(job);
  };
  return { store, jobs, end, host: { store, jobs, onChanged: () => undefined }, whole: await sessionOf(store, "Shop") };
}

/** From now on no exchange can be moved any more, as on a full disk. Answers with how to make room. */
function stopMoves({ dataDir }: StoreFolder): () => void {
  const run = (sql: string): void => {
    const database = new DatabaseSync(dataFolderAt(dataDir).database, { timeout: 5000 });
    database.exec(sql);
    database.close();
  };
  run(
    `CREATE TRIGGER "full" BEFORE UPDATE OF session ON exchanges BEGIN SELECT RAISE(ABORT, 'The disk is full.'); END`,
  );
  return () => run(`DROP TRIGGER "full"`);
}

const exchangesOf = (store: Store, session: string): number => store.sessions.get(session)?.exchanges ?? 0;

test("the session that a part is put back into is needed until all of it is there", async () => {
  await using folder = await storeFolder();
  const { store, jobs, end, host, whole } = await working(folder, () => undefined);
  const part = await splitSession(store, store.reader, { session: whole, filter: "Order", name: "Part" });
  const job = startJoin(host, "Undo of the split", part.id);
  expect([jobs.workOn(whole)?.id, jobs.workOn(part.id)?.id]).toEqual([job, job]);
  expect(await end(job)).toMatchObject({ state: "done", result: { session: whole, exchanges: count } });
  expect(jobs.workOn(whole)).toBeUndefined();
});

test("when the session goes all the same while a part is put back, the rest stays in the part", async () => {
  await using folder = await storeFolder();
  const { store, end, host, whole } = await working(folder, () => store.sessions.remove(whole));
  const part = await splitSession(store, store.reader, { session: whole, filter: "Order", name: "Part" });
  const job = await end(startJoin(host, "Undo of the split", part.id));
  const left = exchangesOf(store, part.id);
  expect(left).toBeGreaterThan(0);
  expect(job).toMatchObject({
    state: "failed",
    message: `${count - left} of ${count} exchanges were put back, the others are still in this session: The session that they came from was deleted meanwhile.`,
  });
  store.sessions.restore(whole);
  expect(exchangesOf(store, whole)).toBe(count - left);
});

test("putting back that stops half-way says how much is back, and can be gone on with", async () => {
  await using folder = await storeFolder();
  let makeRoom = (): void => undefined;
  const { store, end, host, whole } = await working(folder, () => {
    makeRoom = stopMoves(folder);
  });
  const part = await splitSession(store, store.reader, { session: whole, filter: "Order", name: "Part" });
  const job = await end(startJoin(host, "Undo of the split", part.id));
  const back = exchangesOf(store, whole);
  expect(back).toBeGreaterThan(0);
  expect(job).toMatchObject({
    state: "failed",
    message: `${back} of ${count} exchanges were put back, the others are still in this session: The disk is full.`,
  });
  await store.committed();
  makeRoom();
  expect(await end(startJoin(host, "Undo of the split", part.id))).toMatchObject({ state: "done" });
  expect(exchangesOf(store, whole)).toBe(count);
});

test("a split that can neither go on nor be taken back says that the next start does so", async () => {
  await using folder = await storeFolder();
  let makeRoom = (): void => undefined;
  const { store, end, host, whole } = await working(folder, () => {
    makeRoom = stopMoves(folder);
  });
  const job = await end(startSplit(host, "Split", { session: whole, filter: "Order", name: "Part" }));
  expect(job).toMatchObject({
    state: "failed",
    message:
      "The split stopped: The disk is full. What it had moved cannot be put back now, and is in no list until the workbench starts next, which puts it back.",
  });
  expect(exchangesOf(store, whole)).toBeLessThan(count);
  await store.close();
  makeRoom();
  const next = await folder.open();
  expect(exchangesOf(next, whole)).toBe(count);
});
