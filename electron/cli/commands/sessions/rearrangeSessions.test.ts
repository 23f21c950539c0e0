import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { openRecords } from "../../../host/store/openRecords.ts";
import { openStore } from "../../../host/store/openStore.ts";
import { record } from "../../../host/store/store.fixture.ts";
import { programEntry, runProgram, startServing, temporaryFolder } from "../../program.fixture.ts";

test("sessions are merged and split while a workbench runs on the folder", async () => {
  await using folder = await temporaryFolder();
  const serving = await startServing(["--data-dir", folder.path]);
  const authorization = `Klaviyo-API-Key ps_test_${"k".repeat(32)}`;
  for (const resource of ["events", "profiles"]) {
    const headers = { authorization, "content-type": "application/json" };
    await fetch(`${serving.ready.compat}/api/${resource}`, { method: "POST", headers, body: "{}" });
  }
  const sessions = async (...words: readonly string[]) => {
    const { code, stdout, stderr } = await runProgram(["sessions", ...words, "--data-dir", folder.path]);
    return { code, stderr, session: stdout === "" ? undefined : JSON.parse(stdout) };
  };
  expect(await sessions("merge", "latest")).toMatchObject({
    code: 0,
    session: { name: "Copy of First session", exchanges: 2 },
  });
  expect(await sessions("merge", "First session", "Copy of First session", "--name", "Both")).toMatchObject({
    session: { name: "Both", exchanges: 4 },
  });
  expect(await sessions("split", "Both", "--filter", "endpoint:profiles")).toMatchObject({
    session: { name: "Both, split off", exchanges: 2 },
  });
  expect(await sessions("split", "Both", "--filter", "endpoint:profiles")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("No exchange fits."),
  });
  await serving.stop();
});

test("a split that is stopped beside a running workbench leaves every exchange where it was", async () => {
  await using folder = await temporaryFolder();
  const count = 5000;
  const store = await openStore({ dataDir: folder.path });
  store.write(() => {
    for (let index = 0; index < count; index += 1) store.exchanges.append(record());
  });
  await store.close();
  await using _ = await startServing(["--data-dir", folder.path]);
  using records = openRecords(folder.path);
  const exchanges = () => records.sessions().map((session) => session.exchanges);

  const split = ["sessions", "split", "latest", "--filter", "endpoint:events", "--data-dir", folder.path];
  const child = spawn(process.execPath, [programEntry, ...split], { stdio: ["ignore", "pipe", "pipe"] });
  const [said, printed, end] = [text(child.stderr), text(child.stdout), once(child, "exit")];
  while (exchanges()[0] === count) await setTimeout(5);
  child.kill("SIGINT");
  expect([await end, await said, await printed]).toEqual([[1, null], "It was stopped. Nothing was changed.\n", ""]);
  expect(exchanges()).toEqual([count]);
});
