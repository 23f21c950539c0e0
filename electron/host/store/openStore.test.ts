import { copyFileSync, readdirSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { append, record, storeFolder } from "./store.fixture.ts";
import type { Store } from "./store.ts";

const file = (dataDir: string): string => join(dataDir, "workbench.sqlite");
const keptFiles = (dataDir: string): string[] =>
  readdirSync(dataDir).filter((name) => /^workbench\..+\.sqlite$/.test(name));

test("what was recorded is there after the store was closed and opened", async () => {
  await using folder = await storeFolder();
  const first = await folder.open();
  await append(first, record({ id: "kept" }));
  await first.close();
  const second = await folder.open();
  expect(await second.reader.getExchange("kept")).toMatchObject({ id: "kept", seq: 1, response: { status: 202 } });
  expect(second.notices).toEqual([]);
});

test("a second store on the folder is refused, with what to do", async () => {
  await using folder = await storeFolder();
  await folder.open();
  await expect(folder.open()).rejects.toThrow(/in use by another workbench \(process \d+\).*--data-dir/);
});

test("only the owner may read what is recorded", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  await append(store, record());
  expect(statSync(folder.dataDir).mode & 0o777).toBe(0o700);
  const modes = readdirSync(folder.dataDir).map((name) => statSync(join(folder.dataDir, name)).mode & 0o077);
  expect(modes.filter((mode) => mode !== 0)).toEqual([]);
});

test("a damaged database is set aside as it is, and a new one begun", async () => {
  await using folder = await storeFolder();
  const first = await folder.open();
  await append(first, ...Array.from({ length: 50 }, () => record()));
  await first.close();
  const whole = statSync(file(folder.dataDir)).size;
  truncateSync(file(folder.dataDir), Math.floor(whole / 2));

  const second = await folder.open();
  expect(second.notices).toEqual([expect.stringMatching(/^The database is damaged \(.+\)\. It is kept as .+/)]);
  expect(keptFiles(folder.dataDir)).toEqual([expect.stringMatching(/^workbench\.damaged-/)]);
  expect(statSync(join(folder.dataDir, keptFiles(folder.dataDir)[0] ?? "")).size).toBe(Math.floor(whole / 2));
  await append(second, record({ id: "new" }));
  expect(await second.reader.getExchange("new")).toBeDefined();
});

test("a file that is no database is set aside", async () => {
  await using folder = await storeFolder();
  await (await folder.open()).close();
  writeFileSync(file(folder.dataDir), "not a database at all, but somebody's notes".repeat(100));
  const store = await folder.open();
  expect(store.notices).toHaveLength(1);
  expect(keptFiles(folder.dataDir)).toHaveLength(1);
});

test("the database of a newer workbench is set aside, never written", async () => {
  await using folder = await storeFolder();
  const first = await folder.open();
  await append(first, record({ id: "newer" }));
  await first.close();
  const database = new DatabaseSync(file(folder.dataDir));
  database.exec("PRAGMA user_version = 999");
  database.close();

  const second = await folder.open();
  expect(second.notices).toEqual([expect.stringContaining("made by a newer workbench (version 999)")]);
  const [kept = ""] = keptFiles(folder.dataDir);
  const reopened = new DatabaseSync(join(folder.dataDir, kept), { readOnly: true });
  expect(reopened.prepare("SELECT id FROM exchanges").get()).toEqual({ id: "newer" });
  reopened.close();
});

test("another program's database is set aside", async () => {
  await using folder = await storeFolder();
  await (await folder.open()).close();
  const foreign = join(folder.dataDir, "foreign.sqlite");
  const database = new DatabaseSync(foreign);
  database.exec("CREATE TABLE notes (text TEXT)");
  database.close();
  copyFileSync(foreign, file(folder.dataDir));
  const store = await folder.open();
  expect(store.notices).toEqual([expect.stringContaining("was not made by a workbench")]);
});

test.each([
  ["before anything of its turn was read", () => undefined],
  ["after what its turn wrote was read", (store: Store) => expect(store.exchanges.has("before")).toBe(true)],
])("a step that throws %s leaves nothing, and the others of its turn stay", async (_when, read) => {
  await using folder = await storeFolder();
  const store = await folder.open();
  store.write(() => store.exchanges.append(record({ id: "before" })));
  expect(() =>
    store.write(() => {
      store.exchanges.append(record({ id: "undone" }));
      read(store);
      throw new Error("half way");
    }),
  ).toThrow("half way");
  store.write(() => store.exchanges.append(record({ id: "after" })));
  await store.committed();
  expect(await store.reader.getExchange("undone")).toBeUndefined();
  expect(await store.reader.getExchange("before")).toMatchObject({ seq: 1 });
  expect(await store.reader.getExchange("after")).toMatchObject({ seq: 2 });
});

test("the idempotency key of an event whose step was undone is free again, and that of one before it is not", async () => {
  await using folder = await storeFolder();
  const { sandbox, write, committed } = await folder.open();
  const insert = (key: string) =>
    sandbox.insertEvent("acme", {
      id: `evt_${key}`,
      profileId: "prof_1",
      eventType: "placed_order",
      idempotencyKey: key,
      occurredAt: "2026-07-15T10:31:02Z",
      body: "{}",
    });
  write(() => insert("before"));
  expect(() =>
    write(() => {
      insert("undone");
      expect(sandbox.getEvent("acme", "evt_undone")).toBeDefined();
      throw new Error("half way");
    }),
  ).toThrow("half way");
  expect(sandbox.findEventByIdempotencyKey("acme", "undone")).toBeUndefined();
  expect(sandbox.findEventByIdempotencyKey("acme", "before")).toMatchObject({ id: "evt_before" });
  await committed();
  expect(sandbox.findEventByIdempotencyKey("acme", "before")).toMatchObject({ id: "evt_before" });
});

test("bodies come back byte for byte, as text or as base64", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const bytes = Uint8Array.from([0xff, 0x00, 0xc3, 0x28]);
  const request = { method: "POST", path: "/api/events", headers: [], body: bytes } satisfies object;
  await append(store, record({ id: "binary", request }));
  await append(
    store,
    record({ id: "text", request: { ...request, body: '{"n":12345678901234567890,"s":"\\u0000é"}' } }),
  );
  expect((await store.reader.getExchange("binary"))?.request.body).toEqual({
    base64: Buffer.from(bytes).toString("base64"),
  });
  expect((await store.reader.getExchange("text"))?.request.body).toBe('{"n":12345678901234567890,"s":"\\u0000é"}');
});
