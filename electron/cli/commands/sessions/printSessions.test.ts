import { expect, test } from "vitest";
import { openStore } from "../../../host/store/openStore.ts";
import { runProgram, startServing, temporaryFolder } from "../../program.fixture.ts";

test("a name from a stranger's file cannot steer the terminal, in a list or in the log; JSON has it as it is", async () => {
  await using folder = await temporaryFolder();
  const store = await openStore({ dataDir: folder.path });
  const name = "ev\u001b]0;owned\u0007il\n\u009b2J\u007f";
  const { id } = store.sessions.create(name);
  store.transfer.beginPart("Part", id);
  await store.close();

  await using serving = await startServing(["--data-dir", folder.path]);
  const sessions = ["sessions", "--data-dir", folder.path];
  const { stdout } = await runProgram(sessions);
  expect(stdout.split("\n")[0]).toMatch(/ev�\]0;owned�il��2J�$/u);
  const [first = ""] = (await runProgram([...sessions, "--json"])).stdout.split("\n");
  expect(JSON.parse(first)).toMatchObject({ id, name });
  expect((await serving.stop()).stderr).toContain("A split of “ev�]0;owned�il\n�2J�” was cut off.");
});
