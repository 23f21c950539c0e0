import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "../../host/store/openStore.ts";
import { runProgram, type Serving, startServing, temporaryFolder } from "../program.fixture.ts";

const headers = {
  authorization: `Klaviyo-API-Key ps_test_${"rerun".padEnd(32, "0")}`,
  "content-type": "application/json",
};

async function post(serving: Serving, path: string, data: unknown): Promise<number> {
  const body = JSON.stringify({ data });
  return (await fetch(`${serving.ready.compat}${path}`, { method: "POST", headers, body })).status;
}

/** Two events, a profile, the same profile again, and a request with a key that is none. */
async function record(serving: Serving): Promise<void> {
  for (const email of ["a@example.com", "b@example.com"]) {
    const metric = { data: { type: "metric", attributes: { name: "Placed Order" } } };
    const profile = { data: { type: "profile", attributes: { email } } };
    const event = { type: "event", attributes: { metric, profile, properties: { total: 1 } } };
    expect(await post(serving, "/api/events", event)).toBe(202);
  }
  const profile = { type: "profile", attributes: { email: "sam@example.com" } };
  expect(await post(serving, "/api/profiles", profile)).toBe(201);
  expect(await post(serving, "/api/profiles", profile)).toBe(409);
  const noKey = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
  expect((await fetch(`${serving.ready.compat}/api/events`, noKey)).status).toBe(401);
}

const lines = (stdout: string) =>
  stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

test("a session replayed at a fresh workbench comes back the same, is recorded beside it, and compares the same", async () => {
  await using folder = await temporaryFolder();
  const dataDir = join(folder.path, "here");
  await using here = await startServing(["--data-dir", dataDir]);
  await using there = await startServing(["--data-dir", join(folder.path, "there")]);
  await record(here);

  const report = join(folder.path, "report.xml");
  const options = ["--target", there.ready.compat, "--data-dir", dataDir, "--junit", report, "--json"];
  const replayed = await runProgram(["replay", "First session", ...options]);
  expect({ code: replayed.code, results: lines(replayed.stdout) }).toMatchObject({ code: 0, results: { length: 6 } });
  expect(await readFile(report, "utf8")).toMatch(/tests="5" failures="0"/u);

  const sessions = lines((await runProgram(["sessions", "--json", "--data-dir", dataDir])).stdout);
  expect(sessions.map(({ name }) => name)).toEqual(["Replay of First session", "First session"]);
  const compared = ["compare", "First session", "Replay of First session", "--data-dir", dataDir];
  expect((await runProgram(compared)).code).toBe(0);
});

test("a replay that comes back otherwise, since the profile is there by now, says where and fails", async () => {
  await using folder = await temporaryFolder();
  await using here = await startServing(["--data-dir", join(folder.path, "here")]);
  await using there = await startServing(["--data-dir", join(folder.path, "there")]);
  await record(here);
  const again = ["replay", "First session", "--target", there.ready.compat, "--data-dir", join(folder.path, "here")];
  expect((await runProgram(again)).code).toBe(0);
  const { code, stdout } = await runProgram(again);
  expect(code).toBe(1);
  expect(stdout).toMatch(/201.*409/u);
});

test("bodies out of a file that holds no key are taken at this workbench and at another one", async () => {
  await using folder = await temporaryFolder();
  await using there = await startServing(["--data-dir", join(folder.path, "there")]);
  const file = join(folder.path, "bodies.ndjson");
  const profile = { type: "profile", attributes: { email: "ada@example.com" } };
  await writeFile(file, `${JSON.stringify({ data: profile })}\n`);
  for (const target of ["workbench", there.ready.compat]) {
    const { stdout } = await runProgram(["replay", file, "--target", target]);
    expect(stdout).toContain("status none → 201");
  }
});

test("another metric table shows which exchanges it would change before it is used", async () => {
  await using folder = await temporaryFolder();
  const dataDir = join(folder.path, "data");
  await using here = await startServing(["--data-dir", dataDir]);
  await record(here);
  const metrics = join(folder.path, "metrics.json");
  await writeFile(metrics, '{"Placed Order": "order.created"}');

  const same = await runProgram(["retranslate", "latest", "--data-dir", dataDir]);
  expect(same.code).toBe(0);
  const options = ["--metrics", metrics, "--json", "--data-dir", dataDir];
  const changed = await runProgram(["retranslate", "latest", ...options]);
  expect(changed.code).toBe(1);
  expect(lines(changed.stdout)).toHaveLength(3);
  expect(changed.stdout).toContain("order.created");
});

test("without a table to try, that of the data folder's settings is the present one", async () => {
  await using folder = await temporaryFolder();
  const here = await startServing(["--data-dir", folder.path]);
  await record(here);
  await here.stop();
  const store = await openStore({ dataDir: folder.path });
  store.settings.update({ metrics: { "Placed Order": "order.created" } });
  await store.close();

  const { code, stdout } = await runProgram(["retranslate", "latest", "--json", "--data-dir", folder.path]);
  expect(code).toBe(1);
  expect(stdout).toContain("order.created");
});

test.each([
  [["replay", "latest", "--target", "https://a.klaviyo.com/api"], "--remote"],
  [["replay", "latest", "--target", "http://localhost:1", "--pace", "soon"], "--pace"],
  [["replay", "latest", "--target", "http://localhost:1", "--max-idle", "abc"], "a number of seconds"],
  [["replay", "latest", "--target", "http://localhost:1", "--concurrency", "65"], "from 1 to 64"],
  [["replay", "No such session", "--target", "http://localhost:1"], "No such session"],
  [["compare", "latest", "No such session"], "No such session"],
])("%j is wrong usage: nothing is sent", async (args, message) => {
  await using folder = await temporaryFolder();
  await using _ = await startServing(["--data-dir", folder.path]);
  const { code, stdout, stderr } = await runProgram([...args, "--data-dir", folder.path]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(message);
});

test.each([
  ["an empty session", [], '"First session" is empty'],
  ["a filter that nothing fits", ["--filter", "status:5xx"], "status:5xx"],
])("a replay of %s is no pass, and records nothing", async (_name, more, message) => {
  await using folder = await temporaryFolder();
  await using here = await startServing(["--data-dir", folder.path]);
  if (more.length > 0) await record(here);
  const options = ["--target", here.ready.compat, "--data-dir", folder.path];
  const { code, stdout, stderr } = await runProgram(["replay", "First session", ...options, ...more]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("First session");
  expect(stderr).toContain(message);
  expect(stderr.trimEnd()).not.toContain("\n");
  expect(lines((await runProgram(["sessions", "--json", "--data-dir", folder.path])).stdout)).toHaveLength(1);
});

test("a comparison of two empty sessions is no pass", async () => {
  await using folder = await temporaryFolder();
  await using _ = await startServing(["--data-dir", folder.path]);
  const { code, stderr } = await runProgram(["compare", "latest", "latest", "--data-dir", folder.path]);
  expect(code).toBe(1);
  expect(stderr).toContain("Nothing to compare");
});

test("reports go into folders that are made for them; where none can be, that is said before anything is sent", async () => {
  await using folder = await temporaryFolder();
  const dataDir = join(folder.path, "here");
  await using here = await startServing(["--data-dir", dataDir]);
  await record(here);
  const taken = join(folder.path, "taken");
  await mkdir(taken);
  const blocked = join(folder.path, "file", "report");
  await writeFile(join(folder.path, "file"), "");
  const commands = [
    ["replay", "First session", "--target", "workbench", "--data-dir", dataDir, "--junit"],
    ["compare", "First session", "First session", "--data-dir", dataDir, "--html"],
  ];
  for (const command of commands) {
    for (const place of [taken, blocked]) {
      const { code, stdout, stderr } = await runProgram([...command, place]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(/^Cannot write [^\n]+\.\n$/u);
    }
  }
  expect(lines((await runProgram(["sessions", "--json", "--data-dir", dataDir])).stdout)).toHaveLength(1);
  for (const [at, command] of commands.entries()) {
    const report = join(folder.path, "new", String(at), "report");
    await runProgram([...command, report]);
    expect(await readFile(report, "utf8")).toContain("First session");
  }
});

test("a replay that is refused leaves an earlier report as it is", async () => {
  await using folder = await temporaryFolder();
  await using _ = await startServing(["--data-dir", folder.path]);
  const report = join(folder.path, "report.xml");
  await writeFile(report, "earlier");
  const options = ["--target", "workbench", "--junit", report, "--data-dir", folder.path];
  expect((await runProgram(["replay", "latest", ...options])).code).toBe(1);
  expect(await readFile(report, "utf8")).toBe("earlier");
});
