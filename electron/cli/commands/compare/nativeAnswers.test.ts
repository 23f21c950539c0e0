import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { runProgram, startServing, temporaryFolder } from "../../program.fixture.ts";

const headers = {
  authorization: `Klaviyo-API-Key ps_test_${"answers".padEnd(32, "0")}`,
  "content-type": "application/json",
};
const metric = { data: { type: "metric", attributes: { name: "Viewed" } } };
const event = { type: "event", attributes: { metric, properties: { n: 1 } } };
const profile = { data: { type: "profile", attributes: { email: "ada@example.com" } } };
const entry = { type: "event-bulk-create", attributes: { profile, events: { data: [event] } } };
const job = { type: "event-bulk-create-job", attributes: { "events-bulk-create": { data: [entry] } } };

/** A session file with one bulk request, and the same one in which a native call was answered with fewer events. */
async function twoFiles(folder: string): Promise<[string, string]> {
  const dataDir = join(folder, "data");
  {
    await using serving = await startServing(["--data-dir", dataDir]);
    const body = JSON.stringify({ data: job });
    await fetch(`${serving.ready.compat}/api/event-bulk-create-jobs`, { method: "POST", headers, body });
  }
  const [one, other] = [join(folder, "one.session"), join(folder, "other.session")];
  const asRecorded = ["--format", "session", "--no-mask", "--data-dir", dataDir];
  await runProgram(["export", "--session", "latest", ...asRecorded, "--out", one]);
  const text = gunzipSync(await readFile(one)).toString();
  const [header = "", exchange = "", ...rest] = text.split("\n");
  const changed = JSON.parse(exchange);
  changed.native[0].response.status = 207;
  await writeFile(other, [header, JSON.stringify(changed), ...rest].join("\n"));
  return [one, other];
}

test("what native calls were answered is compared where it is asked for, by the rules that speak of it", async () => {
  await using folder = await temporaryFolder();
  const files = await twoFiles(folder.path);
  const compare = (...options: readonly string[]) =>
    runProgram(["compare", ...files, "--data-dir", join(folder.path, "data"), ...options]);
  const rules = join(folder.path, "rules.json");
  const rule = { id: "partly-taken", parts: ["native-response"], at: ["/*/status"], how: "ignore" };
  await writeFile(rules, JSON.stringify({ rules: [rule] }));

  expect(await compare()).toMatchObject({ code: 0, stderr: "" });
  const told = await compare("--native-answers");
  expect(told.code).toBe(1);
  expect(told.stdout).toContain("1 native answer difference at /0/status");
  expect(await compare("--native-answers", "--rules", rules)).toMatchObject({ code: 0, stderr: "" });
  const idle = await compare("--rules", rules);
  expect(idle.code).toBe(0);
  expect(idle.stderr).toMatch(/without --native-answers .*: partly-taken\.\n$/u);
});

test("a replay compares them too", async () => {
  await using folder = await temporaryFolder();
  const [one, other] = await twoFiles(folder.path);
  expect((await runProgram(["replay", one, "--target", "workbench", "--native-answers"])).code).toBe(0);
  expect((await runProgram(["replay", other, "--target", "workbench"])).code).toBe(0);
  const { code, stdout } = await runProgram(["replay", other, "--target", "workbench", "--native-answers"]);
  expect(code).toBe(1);
  expect(stdout).toContain("1 native answer difference at /0/status");
});
