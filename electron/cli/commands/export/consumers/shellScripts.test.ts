import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiKey, type RecordedFolder, recordedFolder, textOf } from "./recordedFolder.fixture.ts";
import { isInstalled, runTool } from "./runTool.fixture.ts";

const hasCurl = isInstalled(["curl", "--version"], "running exported curl scripts");

let recorded: RecordedFolder;
beforeAll(async () => {
  recorded = await recordedFolder();
});
afterAll(() => recorded[Symbol.asyncDispose]());

/** Runs an exported script with the real curl, at a workbench that is elsewhere. */
async function runScript(script: string, origin: string): Promise<string> {
  await writeFile(script, (await textOf(script)).replaceAll(/http:\/\/localhost:\d+/gu, origin));
  const keys = { KLAVIYO_API_KEY: apiKey, POSTSCRIPT_API_KEY: apiKey };
  const { code, output } = await runTool(["sh", script], recorded.path, keys);
  expect(code, output).toBe(0);
  return output;
}

test.runIf(hasCurl)(
  "an exported curl script sends what was recorded, and it is answered alike",
  { timeout: 120_000 },
  async () => {
    const script = await recorded.exportAs("curl", "--no-mask");
    const fresh = await recorded.startFresh("curl");
    await runScript(script, new URL(fresh.ready.compat).origin);
    expect(await recorded.compareWith(fresh, "curl")).toBe("same");
  },
);

test.runIf(hasCurl)(
  "an exported native script makes the native calls, and they are accepted",
  { timeout: 120_000 },
  async () => {
    const script = await recorded.exportAs("native-curl", "--no-mask");
    await using fresh = await recorded.startFresh("native");
    const output = await runScript(script, new URL(fresh.ready.native).origin);
    const wanted = (await textOf(script)).match(/^# \d+ .* answers \d+$/gmu) ?? [];
    expect(wanted.length).toBeGreaterThan(5);
    expect(output).toContain('"evt_');
    expect(output).not.toContain("unauthorized");
  },
);
