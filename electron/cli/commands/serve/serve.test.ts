import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { programEntry, runProgram, startServing, temporaryFolder } from "../../program.fixture.ts";

test.each(["SIGINT", "SIGTERM"] as const)("prints one line when ready and ends cleanly by %s", async (signal) => {
  await using folder = await temporaryFolder();
  await using serving = await startServing(["--data-dir", folder.path]);
  const { ready } = serving;
  const port = new URL(ready.compat).port;
  expect(ready).toEqual({
    compat: `http://127.0.0.1:${port}/klaviyo/v1`,
    native: `http://127.0.0.1:${port}/v1`,
    control: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/),
    pid: serving.child.pid,
  });
  expect(new URL(ready.control).port).not.toBe(port);
  expect((await fetch(ready.control, { redirect: "manual" })).status).toBe(303);

  const { code, stdout } = await serving.stop(signal);
  expect(code).toBe(0);
  expect(stdout).toBe(`${JSON.stringify(ready)}\n`);
});

test("a port that another program holds is one line that names it and the option", async () => {
  await using folder = await temporaryFolder();
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const address = other.address();
  const port = typeof address === "object" && address ? String(address.port) : "";
  for (const option of ["--port", "--control-port"]) {
    const { code, stdout, stderr } = await runProgram([
      "serve",
      "--port",
      "0",
      option,
      port,
      "--data-dir",
      folder.path,
    ]);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: "",
      stderr: `Port ${port} is in use. End the program that uses it, or choose another port with ${option}.\n`,
    });
  }
  other.close();
});

test.each([
  ["serve", "--port", "0"],
  ["import", "events.ndjson"],
])("a data folder that cannot be is one line of %s", async (...command) => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, "file");
  await writeFile(file, "");
  const { code, stdout, stderr } = await runProgram([...command, "--data-dir", join(file, "data")]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stderr).toContain(join(file, "data"));
});

test("files of a data folder that cannot be used are one line each, which names the file and what to do", async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, "workbench.sqlite"));
  const start = () => runProgram(["serve", "--port", "0", "--data-dir", folder.path]);
  expect(await start()).toEqual({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(
      /^The database \S+workbench\.sqlite cannot be opened \(.+\)\. See to that file, or .+\n$/,
    ),
  });
  await writeFile(join(folder.path, "lock.sqlite"), "x".repeat(4096));
  expect(await start()).toEqual({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(
      /^The file \S+lock\.sqlite cannot be locked \(.+\)\. Delete it when no workbench .+\n$/,
    ),
  });
});

test("goes on when nobody reads its log any more", async () => {
  await using folder = await temporaryFolder();
  // Paused recording is said in the log before it is ready.
  const serve = ["serve", "--port", "0", "--json", "--recording", "paused", "--data-dir", folder.path];
  const child = spawn(process.execPath, [programEntry, ...serve], { stdio: "pipe" });
  child.stderr.destroy();
  const ended = once(child, "exit");
  try {
    const [line = "{}"] = await Promise.race([once(createInterface(child.stdout), "line"), ended.then(() => [])]);
    expect((await fetch(`${JSON.parse(line).native}/events`)).status).toBe(401);
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  } finally {
    child.kill();
  }
});

/** Whether a port takes connections. A request would wait for its answer, past the moment when what is under way is given up. */
async function isListening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const probe = connect(Number(port), hostname);
  const taken = await once(probe, "connect").then(Boolean, () => false);
  probe.destroy();
  return taken;
}

test("a second signal ends it at once, whichever the two are", async () => {
  await using folder = await temporaryFolder();
  await using serving = await startServing(["--data-dir", folder.path]);
  const headers = { expect: "100-continue", "content-length": 10 };
  const unfinished = request(`${serving.ready.native}/events`, { method: "POST", headers });
  unfinished.on("error", () => undefined).flushHeaders();
  await once(unfinished, "continue");
  serving.child.kill("SIGINT");
  while (await isListening(serving.ready.native)) await setTimeout(20);
  expect((await serving.stop("SIGTERM")).code).toBeNull();
});

test("a host that is killed has every request that it answered", async () => {
  await using folder = await temporaryFolder();
  const serving = await startServing(["--data-dir", folder.path, "--rate-limit", "off"]);
  const headers = { authorization: `Klaviyo-API-Key ps_test_${"k".repeat(32)}`, "content-type": "application/json" };
  const answered: string[] = [];
  const send = async (): Promise<void> => {
    for (;;) {
      const response = await fetch(`${serving.ready.compat}/api/events`, { method: "POST", headers, body: "{}" });
      answered.push(response.headers.get("x-klaviyo-req-id") ?? "");
      if (answered.length === 200) serving.child.kill("SIGKILL");
    }
  };
  await Promise.allSettled([send(), send(), send(), send()]);
  await serving.stop();
  const { stdout } = await runProgram(["exchanges", "--data-dir", folder.path]);
  const recorded = new Set(Array.from(stdout.matchAll(/^\{"id":"([^"]+)"/gm), ([, id]) => id));
  expect(answered.length).toBeGreaterThanOrEqual(200);
  expect(answered.filter((id) => !recorded.has(id))).toEqual([]);
});
