import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeCommandFolder } from "./commandFolder.ts";

test("what a killed command left of a session file goes with the next, and the folder of one that runs stays", async () => {
  const running = await makeCommandFolder();
  // The system drops the lock of a process that is killed, and leaves the files.
  const killed = join(tmpdir(), `compat-workbench-file-killed-${process.pid}`);
  await using _ = { [Symbol.asyncDispose]: () => rm(killed, { recursive: true, force: true }) };
  await mkdir(killed);
  for (const name of ["command.lock", "workbench.sqlite"]) await writeFile(join(killed, name), "");

  const next = await makeCommandFolder();
  expect([running, next].map(({ path }) => existsSync(path))).toEqual([true, true]);
  expect(existsSync(killed)).toBe(false);
  for (const folder of [running, next]) await folder.remove();
  expect([running, next].map(({ path }) => existsSync(path))).toEqual([false, false]);
});
