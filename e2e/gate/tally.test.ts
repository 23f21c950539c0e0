import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCommand } from "./runCommand.ts";
import { closing, readTally } from "./tally.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "workbench-tally-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What is said at the end of a run of Vitest over one file of tests, which prints in colours as it does wherever `CI` is set. */
async function closingOf(tests: string): Promise<string[]> {
  await writeFile(join(folder, "some.test.js"), tests);
  const report = join(folder, "report.json");
  const options = ["--globals", "--root", folder, "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const result = await runCommand(["vitest", "run", ...options], {
    output: "quiet",
    env: { FORCE_COLOR: "1" },
  });
  return closing(await readTally("vitest", report, result)).split("\n");
}

test("a test that failed is named again at the end, with what it failed with, however long that is", async () => {
  const lines = await closingOf(`
    test("subtracts", () => expect(2 - 1).toBe(1));
    test("adds up", () => { throw new Error("The sum is wrong." + "\\na detail".repeat(100)); });
  `);
  expect(lines[0]).toMatch(/^FAILED .*some\.test\.js: adds up$/);
  expect(lines[1]).toContain("The sum is wrong.");
  expect(lines.at(-1)).toBe("1 passed, 1 failed");
});

test("a run that fails although no test of it did is one failure, with the end of what it said, uncoloured", async () => {
  const lines = await closingOf(`
    test("passes", () => undefined);
    setTimeout(() => { throw new Error("Nobody caught this."); });
    afterAll(() => new Promise((resolve) => setTimeout(resolve, 50)));
  `);
  expect(lines[0]).toBe("FAILED vitest ended badly");
  expect(lines.join("\n")).toContain("Nobody caught this.");
  expect(lines.join("\n")).toContain("Errors  1 error");
  expect(lines.at(-1)).toBe("1 passed, 1 failed");
});
