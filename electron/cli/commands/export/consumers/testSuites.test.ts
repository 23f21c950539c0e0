import { afterAll, beforeAll, expect, test } from "vitest";
import { alteringProxy } from "./alteringProxy.fixture.ts";
import { apiKey, type RecordedFolder, recordedFolder } from "./recordedFolder.fixture.ts";
import { isInstalled, linkPackages, packageProgram, runTool, type ToolRun } from "./runTool.fixture.ts";

const python = process.platform === "win32" ? "python" : "python3";
const hasPytest = isInstalled([python, "-m", "pytest", "--version"], "running exported pytest suites");

const suites = [
  { format: "vitest", command: packageProgram("vitest/vitest.mjs", "run", "--root", ".") },
  { format: "jest", command: packageProgram("jest/bin/jest.js", "--ci") },
  ...(hasPytest ? [{ format: "pytest", command: [python, "-m", "pytest", "-q"] } as const] : []),
] as const;

let recorded: RecordedFolder;
beforeAll(async () => {
  recorded = await recordedFolder();
});
afterAll(() => recorded[Symbol.asyncDispose]());

async function runSuite(command: readonly string[], folder: string, baseUrl: string): Promise<ToolRun> {
  return runTool(command, folder, { COMPAT_BASE_URL: baseUrl, KLAVIYO_API_KEY: apiKey, NO_COLOR: "1" });
}

test.each(suites)(
  "an exported $format suite sends first what arrived first, passes against a fresh workbench, and fails where an answer has changed",
  { timeout: 180_000 },
  async ({ format, command }) => {
    const folder = await recorded.exportAs(format);
    if (format !== "pytest") await linkPackages(folder);
    await using fresh = await recorded.startFresh(format);
    const passed = await runSuite(command, folder, fresh.ready.compat);
    expect(passed.code, passed.output).toBe(0);
    expect(passed.output).toContain("11 passed");

    await using other = await recorded.startFresh(`${format}-altered`);
    await using proxy = await alteringProxy(new URL(other.ready.compat).origin, '"Placed Order"', '"Order Placed"');
    const failed = await runSuite(command, folder, proxy.url);
    expect(failed.code).not.toBe(0);
    expect(failed.output).toMatch(/4 failed.*7 passed/u);
    expect(failed.output).toContain("Order Placed");
  },
);
