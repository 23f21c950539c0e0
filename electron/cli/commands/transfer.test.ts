import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { type Exchange, exchangeSchema } from "../../../core/exchange/exchange.ts";
import { exportFormats } from "../../../core/formats/export/exportFormats.ts";
import { openStore } from "../../host/store/openStore.ts";
import { programEntry, runProgram, startServing, temporaryFolder } from "../program.fixture.ts";

const key = `ps_test_${"import".padEnd(32, "0")}`;
const document = (email: string) =>
  JSON.stringify({
    data: {
      type: "event",
      attributes: {
        metric: { data: { type: "metric", attributes: { name: "Placed Order" } } },
        profile: { data: { type: "profile", attributes: { email } } },
        properties: { total: 1 },
      },
    },
  }).replace('"total":1', '"total":12345678901234567890');
const curl = (email: string) =>
  `curl -X POST 'https://a.klaviyo.com/api/events/' -H 'Authorization: Klaviyo-API-Key ${key}' -H 'content-type: application/json' --data-raw '${document(email)}'\n`;

async function exchangesOf(dataDir: string, session: string): Promise<Exchange[]> {
  const { stdout } = await runProgram(["exchanges", "--data-dir", dataDir, "--session", session]);
  return stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => exchangeSchema.parse(JSON.parse(line)))
    .reverse();
}

test("curl commands become a session of imported exchanges, without their keys", async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, "calls.sh");
  await writeFile(file, curl("a@example.com") + curl("not an address"));
  const dataDir = join(folder.path, "data");
  const { code, stdout } = await runProgram(["import", file, "--session", "Calls", "--data-dir", dataDir]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ name: "Calls", exchanges: 2, skipped: 0 });

  const exchanges = await exchangesOf(dataDir, "Calls");
  expect(exchanges).toMatchObject([
    { seq: 1, origin: "imported", endpoint: "events", response: null, request: { path: "/api/events/" } },
    { seq: 2, findings: [{ kind: "refused", pointer: "/data/attributes/profile/data/attributes/email" }] },
  ]);
  expect(exchanges[0]?.request.body).toBe(document("a@example.com"));
  expect(JSON.stringify(exchanges)).not.toContain(key);
});

test("requests of a file are told with its times; one without a time came with the one before it", async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, "lines.ndjson");
  const request = { method: "POST", path: "/api/events", headers: [], body: document("a@example.com") };
  const times = ["2026-07-15T10:00:00+02:00", undefined, "2026-07-14T10:00:00.5Z"];
  await writeFile(file, times.map((at) => `${JSON.stringify({ request, at })}\n`).join(""));
  await runProgram(["import", file, "--session", "Lines", "--data-dir", folder.path]);
  const exchanges = await exchangesOf(folder.path, "Lines");
  expect(exchanges.map(({ at }) => at)).toEqual([
    "2026-07-15T08:00:00.000Z",
    "2026-07-15T08:00:00.000Z",
    "2026-07-14T10:00:00.500Z",
  ]);
});

test("imports while a workbench runs on the folder, which then has the session", async () => {
  await using folder = await temporaryFolder();
  await using serving = await startServing(["--data-dir", folder.path]);
  const file = join(folder.path, "calls.sh");
  await writeFile(file, curl("a@example.com"));
  expect((await runProgram(["import", file, "--data-dir", folder.path])).code).toBe(0);
  const { stdout } = await runProgram(["sessions", "--json", "--data-dir", folder.path]);
  const names = stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line).name);
  expect(names).toEqual(["calls.sh", "First session"]);
  const headers = { authorization: `Klaviyo-API-Key ${key}`, "content-type": "application/json" };
  const body = document("b@example.com");
  expect((await fetch(`${serving.ready.compat}/api/events`, { method: "POST", headers, body })).status).toBe(202);
});

test.each([
  ["a file that is not there", undefined, "cannot be read"],
  ["text of no known format", "hello", "in no format that is understood"],
  ["a session file that was cut short", gzipSync("x".repeat(5000)).subarray(0, 20), "cannot be read"],
])("%s is refused with why, and nothing stays behind", async (_name, content, message) => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, "file");
  if (content !== undefined) await writeFile(file, content);
  const { code, stdout, stderr } = await runProgram(["import", file, "--data-dir", folder.path]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(message);
  const sessions = (await runProgram(["sessions", "--json", "--data-dir", folder.path])).stdout;
  expect(sessions.split("\n").filter(Boolean)).toHaveLength(1);
});

test("what cannot be understood is listed with its place, and the rest is imported", async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, "lines.ndjson");
  await writeFile(file, `${document("a@example.com")}\nnot json\n${document("b@example.com")}\n`);
  const { code, stdout, stderr } = await runProgram(["import", file, "--data-dir", folder.path]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ exchanges: 2, skipped: 1 });
  expect(stderr).toMatch(/line 2: skipped: /);
});

test("a session file opens again with every exchange as it was, in an empty folder and beside the original", async () => {
  await using folder = await temporaryFolder();
  const calls = join(folder.path, "calls.sh");
  await writeFile(calls, curl("a@example.com") + curl("b@example.com"));
  const dataDir = join(folder.path, "data");
  await runProgram(["import", calls, "--session", "Original", "--data-dir", dataDir]);
  const file = join(folder.path, "original.session");
  const exported = ["export", "--session", "Original", "--format", "session", "--out", file, "--data-dir", dataDir];
  expect((await runProgram([...exported, "--no-mask"])).code).toBe(0);

  const other = join(folder.path, "other");
  await runProgram(["import", file, "--data-dir", other]);
  const originals = await exchangesOf(dataDir, "Original");
  const strip = (exchanges: readonly Exchange[]) => exchanges.map((exchange) => ({ ...exchange, session: "" }));
  expect(strip(await exchangesOf(other, "Original"))).toEqual(strip(originals));

  await runProgram(["import", file, "--session", "Copy", "--data-dir", dataDir]);
  const copies = await exchangesOf(dataDir, "Copy");
  expect(copies.map(({ request }) => request)).toEqual(originals.map(({ request }) => request));
  expect(copies.filter(({ id }) => originals.some((original) => original.id === id))).toEqual([]);
});

test("every format is written from a session of the folder, whole or not at all", async () => {
  await using folder = await temporaryFolder();
  const calls = join(folder.path, "calls.sh");
  await writeFile(calls, curl("a@example.com"));
  const dataDir = join(folder.path, "data");
  await runProgram(["import", calls, "--data-dir", dataDir]);
  const written: string[] = [];
  for (const format of Object.keys(exportFormats)) {
    const out = join(folder.path, "out", format);
    const options = ["--session", "calls.sh", "--format", format, "--out", out, "--data-dir", dataDir];
    const { code, stdout } = await runProgram(["export", ...options]);
    expect([format, code]).toEqual([format, 0]);
    expect(JSON.parse(stdout)).toMatchObject({ format, exchanges: 1 });
    written.push(format);
  }
  expect((await readdir(join(folder.path, "out"))).toSorted()).toEqual(written.toSorted());
});

test("a folder that is not empty is left as it is", async () => {
  await using folder = await temporaryFolder();
  const calls = join(folder.path, "calls.sh");
  await writeFile(calls, curl("a@example.com"));
  const dataDir = join(folder.path, "data");
  await runProgram(["import", calls, "--data-dir", dataDir]);
  const options = ["--session", "calls.sh", "--format", "fixtures", "--out", folder.path, "--data-dir", dataDir];
  const { code, stderr } = await runProgram(["export", ...options]);
  expect(code).toBe(2);
  expect(stderr).toContain("is not empty");
  expect(await readdir(folder.path)).toContain("calls.sh");
});

test("an export holds pseudonyms instead of personal data, the same for the same person, unless it is asked for the original", async () => {
  await using folder = await temporaryFolder();
  const calls = join(folder.path, "calls.sh");
  await writeFile(calls, curl("jane.doe@customer.org") + curl("Jane.Doe@customer.org"));
  const dataDir = join(folder.path, "data");
  await runProgram(["import", calls, "--data-dir", dataDir]);
  const write = async (out: string, ...more: readonly string[]) => {
    const path = join(folder.path, out);
    const options = ["--session", "calls.sh", "--format", "har", "--out", path, "--data-dir", dataDir];
    const { code, stdout } = await runProgram(["export", ...options, ...more]);
    expect(code).toBe(0);
    return { text: await readFile(path, "utf8"), line: JSON.parse(stdout) };
  };

  const masked = await write("masked.har");
  expect(masked.text).not.toMatch(/jane\.doe/iu);
  expect(masked.line.masked).toMatchObject({ email: 1 });
  expect(new Set(masked.text.toLowerCase().match(/[\w.+-]+@[\w.-]+/gu))).toHaveProperty("size", 1);

  const original = await write("original.har", "--no-mask");
  expect(original.text).toContain("jane.doe@customer.org");
  expect(original.text).toContain("Jane.Doe@customer.org");
  expect(original.line.masked).toBeNull();

  const kept = await write("kept.har", "--keep", "/**/email");
  expect(kept.text).toContain("jane.doe@customer.org");
  const more = await write("more.har", "--also-mask", "/**/total");
  expect(more.text).not.toContain("12345678901234567890");
});

test("a pattern that is no JSON pointer is refused before anything is written", async () => {
  await using folder = await temporaryFolder();
  const out = join(folder.path, "out.har");
  const options = ["--session", "latest", "--format", "har", "--out", out, "--data-dir", folder.path];
  const { code, stderr } = await runProgram(["export", ...options, "--keep", "email"]);
  expect(code).toBe(2);
  expect(stderr).toContain("--keep");
  expect(await readdir(folder.path)).not.toContain("out.har");
});

test("a filter that leaves nothing to export is said with the session, and nothing is written", async () => {
  await using folder = await temporaryFolder();
  const calls = join(folder.path, "calls.sh");
  await writeFile(calls, curl("a@example.com"));
  const dataDir = join(folder.path, "data");
  await runProgram(["import", calls, "--data-dir", dataDir]);
  const out = join(folder.path, "out", "tests");
  const options = ["--session", "calls.sh", "--format", "vitest", "--out", out, "--data-dir", dataDir];
  const { code, stdout, stderr } = await runProgram(["export", ...options, "--filter", "method:DELETE"]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toBe('Nothing to do: the session "calls.sh" has no exchange that fits this filter: method:DELETE\n');
  expect(await readdir(folder.path)).not.toContain("out");
});

test.each([
  ["a folder that is there", "taken", "is a folder"],
  ["a place below a file", "calls.sh/out.har", "Cannot write"],
])("a file cannot be written to %s, which is said in one sentence", async (_name, place, message) => {
  await using folder = await temporaryFolder();
  const calls = join(folder.path, "calls.sh");
  await writeFile(calls, curl("a@example.com"));
  await mkdir(join(folder.path, "taken"));
  const dataDir = join(folder.path, "data");
  await runProgram(["import", calls, "--data-dir", dataDir]);
  const options = [
    "--session",
    "calls.sh",
    "--format",
    "har",
    "--out",
    join(folder.path, place),
    "--data-dir",
    dataDir,
  ];
  const { code, stdout, stderr } = await runProgram(["export", ...options]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/Choose another place with --out\.\n$/u);
  expect((await readdir(folder.path)).toSorted()).toEqual(["calls.sh", "data", "taken"]);
});

test("an import that is stopped leaves no session, and nothing to put right at the next start", async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, "many.ndjson");
  await writeFile(file, `${document("a@example.com")}\n`.repeat(60_000));
  const dataDir = join(folder.path, "data");
  await (await openStore({ dataDir })).close();
  const child = spawn(process.execPath, [programEntry, "import", file, "--data-dir", dataDir], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [said, printed, end] = [text(child.stderr), text(child.stdout), once(child, "exit")];
  using database = new DatabaseSync(join(dataDir, "workbench.sqlite"), { readOnly: true, timeout: 5000 });
  const recorded = database.prepare("SELECT count(*) AS count FROM exchanges");
  while (recorded.get()?.count === 0) await setTimeout(5);
  child.kill("SIGINT");
  expect([await end, await said, await printed]).toEqual([
    [1, null],
    `It was stopped. Nothing of ${file} was imported.\n`,
    "",
  ]);
  const store = await openStore({ dataDir });
  expect([store.notices, store.sessions.list().map(({ exchanges }) => exchanges)]).toEqual([[], [0]]);
  await store.close();
});
