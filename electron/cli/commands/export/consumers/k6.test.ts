import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { apiKey, type RecordedFolder, recordedFolder } from "./recordedFolder.fixture.ts";
import { linkPackages, packageProgram, runTool } from "./runTool.fixture.ts";

let recorded: RecordedFolder;
let folder: string;
beforeAll(async () => {
  recorded = await recordedFolder();
  folder = await recorded.exportAs("k6");
});
afterAll(() => recorded[Symbol.asyncDispose]());

const runSchema = z.object({
  options: z.object({
    scenarios: z.object({
      recorded: z.object({
        executor: z.string(),
        stages: z.array(z.object({ target: z.int(), duration: z.string() })),
      }),
    }),
  }),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean() })),
});

test("an exported k6 script uses k6 as its published types have it", async () => {
  await linkPackages(folder);
  const compilerOptions = {
    ...{ allowJs: true, checkJs: true, noEmit: true, strict: false, skipLibCheck: true },
    ...{ target: "esnext", module: "esnext", moduleResolution: "bundler", lib: ["esnext"], types: ["k6"] },
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["script.js"] }));
  expect(await runTool(packageProgram("typescript/bin/tsc", "-p", "."), folder)).toEqual({ code: 0, output: "" });
});

test("an exported k6 script sends each request in the order of arrival, and each status is as recorded", {
  timeout: 120_000,
}, async () => {
  const fresh = await recorded.startFresh("k6");
  const standIn = [process.execPath, join(import.meta.dirname, "k6StandIn.ts"), "script.js"];
  const env = { BASE_URL: fresh.ready.compat, KLAVIYO_API_KEY: apiKey };
  const { code, output } = await runTool(standIn, folder, env);
  expect(code, output).toBe(0);
  const { options, checks } = runSchema.parse(JSON.parse(output));
  expect(checks).toEqual(Array.from({ length: 11 }, () => ({ name: "status as recorded", ok: true })));
  const { stages } = options.scenarios.recorded;
  expect(stages.filter(({ duration }) => duration !== "0s").reduce((sum, { target }) => sum + target, 0)).toBe(11);
  await fresh.stop();
});
