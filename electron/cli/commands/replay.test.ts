import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { z } from "zod";
import { programEntry, runProgram, type Serving, startServing, temporaryFolder } from "../program.fixture.ts";
import { post, profileOf, recordEvents } from "./replay.fixture.ts";

const totalsSchema = z.object({ total: z.int(), same: z.int(), again: z.int(), session: z.string().nullable() });

function lastLine(stdout: string): z.infer<typeof totalsSchema> {
  return totalsSchema.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
}

async function nativeEvents({ ready }: Serving, apiKey: string): Promise<number> {
  const response = await fetch(`${ready.native}/events`, { headers: { authorization: `Bearer ${apiKey}` } });
  return z.object({ data: z.array(z.unknown()) }).parse(await response.json()).data.length;
}

test("a session replayed at this workbench goes through its present rules, native calls included", async () => {
  await using folder = await temporaryFolder();
  await recordEvents(folder.path, 3);
  const dataDir = ["--data-dir", folder.path];
  const { code, stdout } = await runProgram(["replay", "latest", "--target", "workbench", "--json", ...dataDir]);
  expect({ code, ...lastLine(stdout) }).toMatchObject({ code: 0, total: 3, same: 3 });
  const listed = await runProgram(["exchanges", "--session", "Replay of First session", ...dataDir]);
  const exchanges = listed.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(exchanges).toHaveLength(3);
  expect(exchanges[0]).toMatchObject({ origin: "replayed", native: [{ response: { status: 201 } }] });
});

test("requests go in the order in which they arrived, not in that in which a file has them", async () => {
  await using folder = await temporaryFolder();
  const dataDir = ["--data-dir", join(folder.path, "here")];
  await using here = await startServing(dataDir);
  await using there = await startServing(["--data-dir", join(folder.path, "there")]);
  for (const status of [201, 409]) {
    expect((await post(here, "profiles", profileOf("sam@example.com"))).status).toBe(status);
  }
  const newestFirst = join(folder.path, "printed.ndjson");
  await writeFile(newestFirst, (await runProgram(["exchanges", ...dataDir])).stdout);
  await runProgram(["import", newestFirst, "--session", "Printed", ...dataDir]);

  const options = ["--target", there.ready.compat, "--json", ...dataDir];
  const { stdout } = await runProgram(["replay", "Printed", ...options]);
  expect(lastLine(stdout)).toMatchObject({ total: 2, same: 2 });
});

test("a replay at the native API makes the calls of the present rules there, with its key, and needs --remote for no neighbour", async () => {
  await using folder = await temporaryFolder();
  const dataDir = join(folder.path, "here");
  await recordEvents(dataDir, 2);
  await using there = await startServing(["--data-dir", join(folder.path, "there")]);
  const here = await startServing(["--data-dir", dataDir, "--upstream", there.ready.native]);
  await here.stop();

  const liveKey = `ps_test_${"live".padEnd(32, "0")}`;
  const replay = ["replay", "latest", "--target", "postscript", "--json", "--data-dir", dataDir];
  const keyless = await runProgram(replay);
  expect(keyless.code).toBe(2);
  expect(keyless.stderr).toContain("POSTSCRIPT_API_KEY");
  const { code, stdout } = await runProgram([...replay, "--key", liveKey]);
  expect({ code, ...lastLine(stdout) }).toMatchObject({ code: 0, total: 2, same: 2 });
  expect(await nativeEvents(there, liveKey)).toBe(2);
});

test.each([["klaviyo"], ["postscript"], ["https://compat.example.com/klaviyo/v1"]])(
  "a replay at %s takes a word of its own and a key",
  async (target) => {
    await using folder = await temporaryFolder();
    await recordEvents(folder.path, 1);
    const replay = ["replay", "latest", "--target", target, "--data-dir", folder.path];
    const refused = await runProgram(replay);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("--remote");
    expect((await runProgram([...replay, "--remote"])).stderr).toContain("_API_KEY");
  },
);

test("a replay killed in the middle is resumed: none is lost, and none is sent twice without being told", async () => {
  await using folder = await temporaryFolder();
  const dataDir = join(folder.path, "here");
  const count = 60;
  await recordEvents(dataDir, count);
  await using there = await startServing(["--data-dir", join(folder.path, "there"), "--rate-limit", "off"]);

  const options = ["--target", there.ready.compat, "--pace", "60/s", "--json", "--data-dir", dataDir];
  const child = spawn(process.execPath, [programEntry, "replay", "latest", ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface(child.stdout);
  for (let seen = 0; seen < count / 3; seen += 1) await once(lines, "line");
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;

  const resumed = await runProgram(["replay", "Replay of First session", "--resume", "--json", "--data-dir", dataDir]);
  const { again, session, ...totals } = lastLine(resumed.stdout);
  expect({ code: resumed.code, ...totals }).toEqual({ code: 0, total: count, same: count });
  const arrived = (await runProgram(["exchanges", "--data-dir", join(folder.path, "there")])).stdout.trim().split("\n");
  expect(arrived.length - count).toBeLessThanOrEqual(again);
  expect(arrived.length).toBeGreaterThanOrEqual(count);

  const whole = await runProgram(["replay", "Replay of First session", "--resume", "--json", "--data-dir", dataDir]);
  expect({ code: whole.code, ...lastLine(whole.stdout) }).toEqual({
    code: 0,
    total: count,
    same: count,
    again,
    session,
  });
});

/** Begins a replay and asks it to end after its first answer; answers with what it says then. */
async function stopReplay(...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [programEntry, "replay", ...args, "--pace", "10/s", "--json"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = text(child.stderr);
  createInterface(child.stdout).once("line", () => child.kill("SIGINT"));
  expect(await once(child, "exit")).toEqual([1, null]);
  return said;
}

test("a stopped replay says by which id it is resumed, and is found by its name although a later, whole one has the same", async () => {
  await using folder = await temporaryFolder();
  await recordEvents(folder.path, 10);
  const to = ["--target", "workbench", "--data-dir", folder.path];
  const stopped = /replay --resume (\S+)"/u.exec(await stopReplay("First session", ...to))?.[1] ?? "";
  const whole = lastLine((await runProgram(["replay", "First session", "--json", ...to])).stdout).session ?? "";

  const resume = async (asked: string) => {
    const { code, stdout } = await runProgram(["replay", "--resume", asked, "--json", "--data-dir", folder.path]);
    return { code, lines: stdout.trim().split("\n").length, session: lastLine(stdout).session };
  };
  expect(await resume(whole)).toEqual({ code: 0, lines: 1, session: whole });
  const sent = await resume("Replay of First session");
  expect(sent).toMatchObject({ code: 0, session: stopped });
  expect(sent.lines).toBeGreaterThan(1);
  expect(await resume("Replay of First session")).toEqual({ code: 0, lines: 1, session: whole });
});

test("a dry run of what is left plans that and sends nothing, and what a replay was begun with is not changed", async () => {
  await using folder = await temporaryFolder();
  await recordEvents(folder.path, 10);
  await stopReplay("First session", "--target", "workbench", "--data-dir", folder.path);
  const answers = ["Replay of First session", "--data-dir", folder.path];
  const answered = async () =>
    (await runProgram(["exchanges", "--session", ...answers])).stdout.trim().split("\n").length;
  const before = await answered();

  const resume = ["replay", "--resume", ...answers];
  const { code, stdout } = await runProgram([...resume, "--dry-run"]);
  expect({ code, ...JSON.parse(stdout) }).toMatchObject({ code: 0, requests: 10 - before, tier: "standard" });
  for (const [option, value] of [
    ["--target", "workbench"],
    ["--pace", "fast"],
    ["--filter", "status:2xx"],
    ["--concurrency", "2"],
    ["--max-idle", "1"],
  ] as const) {
    const refused = await runProgram([...resume, option, value]);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toMatch(new RegExp(`${option}.+cannot be used with.+--resume`, "u"));
  }
  expect(await answered()).toBe(before);
});

test("a stopped replay of a session file promises nothing to resume", async () => {
  await using folder = await temporaryFolder();
  const dataDir = join(folder.path, "here");
  await recordEvents(dataDir, 5);
  const file = join(folder.path, "five.session");
  await runProgram(["export", "--session", "latest", "--format", "session", "--out", file, "--data-dir", dataDir]);
  const said = await stopReplay(file, "--target", "workbench");
  expect(said).toContain("cannot be resumed");
  expect(said).not.toContain("--resume");
});
