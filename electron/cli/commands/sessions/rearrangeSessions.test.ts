import { expect, test } from "vitest";
import { runProgram, startServing, temporaryFolder } from "../../program.fixture.ts";

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
