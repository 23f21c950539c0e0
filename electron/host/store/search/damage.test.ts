import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { dataFolderAt } from "../folder/dataFolder.ts";
import { openRecords } from "../openRecords.ts";
import { StoreThread } from "../reader/storeThread.ts";
import { append, record, type StoreFolder, storeFolder } from "../store.fixture.ts";

const pageSize = 8192;
const marked = (index: number): string => `needle${index}x`;

/** A folder with 600 exchanges and no index of words. */
async function recordMany(folder: StoreFolder): Promise<void> {
  const store = await folder.open();
  const many = Array.from({ length: 600 }, (_, index) => {
    const body = `${marked(index)} ${"filler ".repeat(200)}`;
    return record({ id: `x${index}`, request: { method: "POST", path: "/api/events", headers: [], body } });
  });
  await append(store, ...many);
  await store.close();
  rmSync(dataFolderAt(folder.dataDir).search, { force: true });
}

/** Overwrites the page of a file that a text stands on. */
function spoilPage(path: string, text: string): void {
  const at = readFileSync(path).indexOf(text);
  expect(at).toBeGreaterThan(0);
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(pageSize, 0xff), 0, pageSize, at - (at % pageSize));
  closeSync(file);
}

/** The reader of a folder, without the check of a start: a database of more than half a gigabyte has none. */
function reading({ dataDir }: StoreFolder) {
  const notices: string[] = [];
  const thread = new StoreThread(dataDir, (notice) => notices.push(notice));
  onTestFinished(() => thread.close());
  const found = async (filter: string) =>
    (await thread.reader.listExchanges({ filter, limit: 10 })).exchanges.map(({ id }) => id);
  return { reader: thread.reader, notices, found, close: () => thread.close() };
}

test("where the database is damaged, searches find everything else, and it is said once which exchange cannot be read", async () => {
  await using folder = await storeFolder();
  await recordMany(folder);
  const { database, search } = dataFolderAt(folder.dataDir);
  spoilPage(database, marked(300));
  const { reader, notices, found } = reading(folder);
  expect(await found(marked(599))).toEqual(["x599"]);
  expect(await found(marked(1))).toEqual(["x1"]);
  expect(notices).toEqual([
    expect.stringMatching(
      /^The database is damaged where exchange \d{3} of “First session” is: .*\.recover" writes out\.$/,
    ),
  ]);

  const { ino } = statSync(search);
  await expect(reader.getExchange("x300")).rejects.toThrow(/^The database is damaged .*\.recover" writes out\.$/);
  expect(await found(marked(300))).toEqual([]);
  expect(await found(marked(2))).toEqual(["x2"]);
  expect(statSync(search).ino).toBe(ino);
  using records = openRecords(folder.dataDir);
  expect([...records.exchanges(undefined, marked(598))].map(({ id }) => id)).toEqual(["x598"]);
});

test("where the index is damaged, it is made anew while the workbench runs", async () => {
  await using folder = await storeFolder();
  await recordMany(folder);
  const first = reading(folder);
  expect(await first.found(marked(599))).toEqual(["x599"]);
  const { search } = dataFolderAt(folder.dataDir);
  await first.close();
  spoilPage(search, "needle");
  const second = reading(folder);
  expect(await second.found(marked(42))).toEqual(["x42"]);
  expect(await second.found("filler -needle")).toEqual([]);
  expect(second.notices).toEqual([]);
});
