import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { list as listTar } from "tar";
import { expect, test } from "vitest";
import type { ExportRequest } from "../../../core/contract/exports.ts";
import { compatHeaders, key, klaviyoEvent, openHost, post, recorded } from "../host.fixture.ts";
import { openRecorder } from "../store/openRecorder.ts";
import { record } from "../store/store.fixture.ts";
import { download, ended, openFilled, request } from "./export.fixture.ts";

test("the preview is what the export writes, and tells each value that is masked", async () => {
  const { open, session } = await openFilled();
  await using _ = open;
  const { client } = open;
  const preview = await client.exports.preview(request(session));
  expect(preview).toMatchObject({ written: 3, learned: 3, total: 3 });
  expect(preview.masked?.counts).toContainEqual(expect.objectContaining({ kind: "email", values: 3 }));
  expect(preview.masked?.values).toContainEqual({
    seq: 1,
    message: "Klaviyo request",
    place: "/data/attributes/profile/data/attributes/email",
    before: "jane0@shop.test",
    after: expect.stringContaining("@masked.example"),
  });

  const { job } = await client.exports.start(request(session));
  expect(await ended(open, job)).toMatchObject({ state: "done", done: 3, total: 3, result: { exchanges: 3 } });
  const { name, bytes } = await download(open, job);
  expect(name).toBe('attachment; filename="First-session.ndjson"');
  expect(preview.files).toEqual([{ path: "", text: bytes.toString(), isCut: false }]);
  expect(bytes.toString()).not.toMatch(/jane\d@shop|Jane/);
  expect(bytes.toString()).not.toContain(key);
});

test("a filter, one exchange, and masking off export what they say", async () => {
  const { open, session } = await openFilled();
  await using _ = open;
  const { client } = open;
  const [first] = await recorded(open);
  const filtered = await client.exports.preview(request(session, { filter: "jane2", isMasked: false }));
  expect([filtered.total, filtered.masked]).toEqual([1, null]);
  expect(filtered.files[0]?.text).toContain("jane2@shop.test");
  const one = await client.exports.preview(request(session, { exchange: first?.id ?? "", isMasked: false }));
  expect([one.total, one.files[0]?.text.includes("jane0@shop.test")]).toEqual([1, true]);
  await expect(client.exports.preview(request("ses_gone"))).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("the request that arrived first is written first, whichever was answered first; a session file keeps the numbers of the session", async () => {
  await using open = await openHost();
  const { client, dataDir } = open;
  await using recorder = await openRecorder(dataDir);
  const { id: session } = recorder.sessions.create("Overlapping");
  recorder.write(() => {
    recorder.exchanges.append(record({ id: "came-second", at: "2026-02-03T10:00:01.000Z" }), session);
    recorder.exchanges.append(record({ id: "came-first", at: "2026-02-03T10:00:00.000Z" }), session);
  });
  await recorder.committed();
  const idsIn = async (format: ExportRequest["format"]) => {
    const { files } = await client.exports.preview(request(session, { format, isMasked: false }));
    return files[0]?.text.match(/came-\w+/g);
  };
  expect(await idsIn("ndjson")).toEqual(["came-first", "came-second"]);
  expect(await idsIn("session")).toEqual(["came-second", "came-first"]);
});

test("a folder is given out as one file, until the record of the export is dismissed", async () => {
  const { open, session } = await openFilled();
  await using _ = open;
  const { client, dataDir } = open;
  const { job } = await client.exports.start(request(session, { format: "fixtures" }));
  await ended(open, job);
  const { name, bytes } = await download(open, job);
  expect(name).toContain("First-session-fixtures.tar.gz");
  const folder = await mkdtemp(join(tmpdir(), "compat-workbench-tar-"));
  await writeFile(join(folder, "taken.tar.gz"), bytes);
  const names: string[] = [];
  await listTar({ file: join(folder, "taken.tar.gz"), onReadEntry: ({ path }) => names.push(path) });
  await rm(folder, { recursive: true });
  expect(names).toContain("First-session-fixtures/index.json");

  await client.jobs.dismiss({ id: job });
  expect((await download(open, job)).status).toBe(404);
  expect(await readdir(join(dataDir, "exports"))).toEqual([]);
});

test("the name of a session and its tags are masked, in the file and in the file's name", async () => {
  const { open, session } = await openFilled(1);
  await using _ = open;
  const { client } = open;
  await client.sessions.update({ id: session, name: "Order of jane0@shop.test", tags: ["+14155552671"] });
  const { job } = await client.exports.start(request(session, { format: "session" }));
  expect(await ended(open, job)).toMatchObject({ state: "done" });
  const { name, bytes } = await download(open, job);
  expect(name).toMatch(/filename="Order-of-user-[0-9a-f]+-masked\.example\.session\.gz"/);
  const [header = ""] = gunzipSync(bytes).toString().split("\n");
  const [, masked = ""] = /filename="Order-of-(.*)-masked/.exec(name) ?? [];
  expect(JSON.parse(header).session).toMatchObject({
    name: `Order of ${masked}@masked.example`,
    tags: [expect.stringMatching(/^\+1(?!4155552671)\d{10}$/)],
  });
});

test("a leak ends the export with where it was, and nothing of it stays", async () => {
  const open = await openHost();
  await using _ = open;
  const { client, dataDir } = open;
  // No one looks for a person in the name of a header.
  const profile = { data: { type: "profile", attributes: { external_id: "cust_8123456" } } };
  await post(open, "/klaviyo/v1/api/events", klaviyoEvent({ profile }), { ...compatHeaders, cust_8123456: "1" });
  const session = (await client.workbench.status()).session.id;
  const { job } = await client.exports.start(request(session));
  const failed = await ended(open, job);
  expect(failed).toMatchObject({ state: "failed", result: null });
  expect(failed.message).toMatch(/the file, line 1, character \d+: id/);
  expect(failed.message).not.toContain("8123456");
  expect(await readdir(join(dataDir, "exports"))).toEqual([]);
});

test("a key in a body is not written, and one that is left elsewhere ends the export", async () => {
  await using open = await openHost();
  const event = klaviyoEvent({ properties: { api_key: key, note: `sent with ${key}` } });
  await post(open, "/klaviyo/v1/api/events", event);
  const session = (await open.client.workbench.status()).session.id;
  const { files } = await open.client.exports.preview(request(session));
  expect(files[0]?.text).not.toContain(key);
  expect(files[0]?.text).toMatch(/sent with ps_test_masked\w{26}/);
  // No one looks for a key in the name of a header.
  await post(open, "/klaviyo/v1/api/events", event, { ...compatHeaders, [key]: "1" });
  const { job } = await open.client.exports.start(request(session));
  const { state, message } = await ended(open, job);
  expect([state, message]).toEqual(["failed", expect.stringMatching(/the file, line 2, character \d+: key/)]);
});

test("a cancelled export leaves nothing behind, and neither does a workbench that ended", async () => {
  const { open, session } = await openFilled();
  const { client, dataDir } = open;
  const { job } = await client.exports.start(request(session));
  await client.jobs.cancel({ id: job });
  expect((await ended(open, job)).state).toBe("cancelled");
  expect(await readdir(join(dataDir, "exports"))).toEqual([]);

  const kept = await client.exports.start(request(session));
  await ended(open, kept.job);
  const file = join(dataDir, "exports", kept.job, "First-session.ndjson");
  expect((await readFile(file)).length).toBeGreaterThan(0);
  await open.host.close();
  expect(existsSync(file)).toBe(false);
  await open[Symbol.asyncDispose]();
});
