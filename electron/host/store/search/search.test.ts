import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { dataFolderAt } from "../folder/dataFolder.ts";
import { openRecords } from "../openRecords.ts";
import { StoreThread } from "../reader/storeThread.ts";
import { append, record, storeFolder } from "../store.fixture.ts";
import type { Store } from "../store.ts";

const request = (body: string | Uint8Array, headers: [string, string][] = []) => ({
  method: "POST",
  path: "/api/events",
  headers,
  body,
});

async function found(store: Store, filter: string): Promise<string[]> {
  const { exchanges } = await store.reader.listExchanges({ filter, limit: 100 });
  return exchanges.map(({ id }) => id);
}

test("words are found in requests, native payloads and answers, just recorded or long ago", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  await append(store, record({ id: "request", request: request('{"note":"Blue Velvet Sofa"}') }));
  await append(
    store,
    record({
      id: "native",
      native: [
        {
          request: { method: "POST", path: "/v1/events", headers: [], body: '{"sku":"chartreuse-lamp"}' },
          response: { status: 201, headers: [], body: '{"id":"evt_needle"}' },
          durationMs: 1,
        },
      ],
    }),
  );
  await append(
    store,
    record({ id: "answer", response: { status: 202, headers: [], body: '{"hint":"überraschung"}' } }),
  );
  expect(await found(store, "velvet")).toEqual(["request"]);
  expect(await found(store, '"velvet sofa"')).toEqual(["request"]);
  expect(await found(store, "chartreuse")).toEqual(["native"]);
  expect(await found(store, "evt_needle")).toEqual(["native"]);
  expect(await found(store, "uberrasch")).toEqual(["answer"]);
  expect(await found(store, "-velvet")).toEqual(["answer", "native"]);
  expect(await found(store, "nowhere")).toEqual([]);
});

test("a compressed body is found by what it says", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const body = gzipSync('{"note":"compressed treasure"}');
  await append(store, record({ id: "gzip", request: request(body, [["Content-Encoding", "gzip"]]) }));
  expect(await found(store, "treasure")).toEqual(["gzip"]);
});

test("terms of the filter language narrow the list together with words", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const refused = { status: 400, headers: [], body: "{}" };
  await append(
    store,
    record({ id: "good", request: request("apple") }),
    record({ id: "bad", request: request("apple"), response: refused }),
    record({ id: "other", response: refused, endpoint: "profiles" }),
    record({
      id: "lossy",
      findings: [{ severity: "warning", code: "anonymous-id", kind: "lost", pointer: "/a", message: "Lost." }],
    }),
    record({ id: "unanswered", response: null }),
  );
  expect(await found(store, "status:4xx apple")).toEqual(["bad"]);
  expect(await found(store, "status:4xx endpoint:profiles")).toEqual(["other"]);
  expect(await found(store, "finding:lost")).toEqual(["lossy"]);
  expect(await found(store, "finding:anonymous-id")).toEqual(["lossy"]);
  expect(await found(store, "status:none")).toEqual(["unanswered"]);
});

test("text that looks like SQL or like the index's own language is just text", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  await append(store, record({ id: "odd", request: request("it's AND OR NOT (near) col:x") }));
  for (const text of ["it's", '"AND OR"', "'; DROP TABLE exchanges; --", '"', "NEAR(", "*", "a*b", "(", "\0"]) {
    await expect(found(store, text)).resolves.toBeInstanceOf(Array);
  }
  expect(await found(store, '"and or not"')).toEqual(["odd"]);
});

test("an index that was deleted or damaged is made anew", async () => {
  await using folder = await storeFolder();
  for (const spoil of [
    () => rmSync(join(folder.dataDir, "search.sqlite"), { force: true }),
    () => writeFileSync(join(folder.dataDir, "search.sqlite"), "garbage".repeat(1000)),
  ]) {
    const store = await folder.open();
    await append(store, record({ request: request("persistent word") }));
    expect((await found(store, "persistent")).length).toBeGreaterThan(0);
    await store.close();
    spoil();
  }
  const store = await folder.open();
  expect(await found(store, "persistent")).toHaveLength(2);
});

test("another process finds the same while the workbench runs, and writes nothing", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  await append(store, record({ id: "old", request: request("shared word") }));
  await found(store, "shared");
  await append(store, record({ id: "new", request: request("shared word") }));
  using records = openRecords(folder.dataDir);
  expect([...records.exchanges(undefined, "shared")].map(({ id }) => id)).toEqual(["new", "old"]);
});

test("while the index is far behind, other questions are answered before a search is, and how far it is is told", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const note = "all the words of a long note ".repeat(100);
  const many = Array.from({ length: 2000 }, (_, at) => record({ request: request(`${note} needle${at}`) }));
  await append(store, ...many);
  await store.close();
  rmSync(join(folder.dataDir, "search.sqlite"), { force: true });
  const again = await folder.open();
  const order: string[] = [];
  const left: number[] = [];
  again.searchProgress.onChanged(() => left.push(again.searchProgress.left()));
  const search = found(again, "needle77 words").then((ids) => order.push(`search ${ids.length}`));
  await again.reader.listExchanges({ filter: "", limit: 1 }).then(() => order.push("list"));
  await search;
  expect(order).toEqual(["list", "search 11"]);
  expect(left.length).toBeGreaterThan(1);
  expect(left).toEqual(left.toSorted((one, other) => other - one));
  expect(left.at(-1)).toBe(0);
});

test("while the index forgets what is gone, questions are answered", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  await append(store, ...Array.from({ length: 10_000 }, () => record()));
  await found(store, "Placed");
  await store.close();
  const { database, search } = dataFolderAt(folder.dataDir);
  using main = new DatabaseSync(database);
  using index = new DatabaseSync(search, { readOnly: true });
  const indexed = (): number => index.prepare("SELECT id FROM exchange_text_docsize").all().length;
  main.exec("DELETE FROM payloads; DELETE FROM native_calls; DELETE FROM exchanges WHERE position < 10000");
  const thread = new StoreThread(folder.dataDir, () => undefined);
  thread.exchangesDropped();
  while (indexed() === 10_000) await setTimeout(1);
  await thread.reader.getSummaries(["gone"]);
  expect(indexed()).toBeGreaterThan(1);
  await expect.poll(indexed, { timeout: 20_000 }).toBe(1);
  await thread.close();
});
