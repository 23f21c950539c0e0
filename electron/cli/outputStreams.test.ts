import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { programEntry, runProgram, temporaryFolder } from "./program.fixture.ts";

/** The exit code of a command whose reader has gone, as that of `| head` does. */
async function codeWhenUnread(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [programEntry, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  child.stdout.destroy();
  const [code] = await once(child, "exit");
  return code;
}

const profile = JSON.stringify({ data: { type: "profile", attributes: { email: "ada@example.com" } } });

test("an output that nobody reads to its end changes nothing of what the exit code says", async () => {
  await using folder = await temporaryFolder();
  const inFolder = ["--data-dir", folder.path];
  for (const [name, count] of [
    ["whole", 20],
    ["half", 10],
  ] as const) {
    const file = join(folder.path, `${name}.ndjson`);
    await writeFile(file, Array(count).fill(profile).join("\n"));
    expect((await runProgram(["import", file, "--session", name, ...inFolder])).code).toBe(0);
  }
  expect(await codeWhenUnread(["exchanges", ...inFolder])).toBe(0);
  expect(await codeWhenUnread(["compare", "whole", "whole", "--json", ...inFolder])).toBe(0);
  expect(await codeWhenUnread(["compare", "whole", "half", "--json", ...inFolder])).toBe(1);
});
