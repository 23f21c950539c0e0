import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CommandOptions, type CommandResult, runCommand } from "./runCommand.ts";
import { readTally, type Tally } from "./tally.ts";

export type TestRun = CommandResult & { readonly tally: Tally };

async function withReport(run: (report: string) => Promise<TestRun>): Promise<TestRun> {
  const folder = await mkdtemp(join(tmpdir(), "workbench-report-"));
  try {
    return await run(join(folder, "report.json"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs the vitest files below `folders`. */
export function runVitest(folders: readonly string[], output: CommandOptions["output"]): Promise<TestRun> {
  return withReport(async (report) => {
    const shown = output === "quiet" ? "dot" : "default";
    const reporters = [`--reporter=${shown}`, "--reporter=json", `--outputFile.json=${report}`];
    const result = await runCommand(["vitest", "run", ...folders.map((folder) => `${folder}/`), ...reporters], {
      output,
    });
    return { ...result, tally: await readTally("vitest", report, result) };
  });
}

/** Runs all end-to-end specs in the browser at `browserPath`. */
export function runPlaywright(browserPath: string): Promise<TestRun> {
  return withReport(async (report) => {
    const result = await runCommand(["playwright", "test", "--config", "e2e/playwright.config.ts"], {
      output: "stream",
      env: { CHROME_PATH: browserPath, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    });
    return { ...result, tally: await readTally("playwright", report, result) };
  });
}
