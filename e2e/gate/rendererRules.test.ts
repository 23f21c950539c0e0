import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../fixtures/projectRoot.ts";

async function offenders(pattern: string, violation: RegExp): Promise<string[]> {
  const files = await Array.fromAsync(glob(pattern, { cwd: projectRoot }));
  expect(files.length).toBeGreaterThan(10);
  return files.filter(
    (file) =>
      !file.includes(".test.") &&
      !file.startsWith(join("renderer", "theme")) &&
      violation.test(readFileSync(join(projectRoot, file), "utf8")),
  );
}

test("colours and font sizes are named in the theme alone", async () => {
  expect(await offenders("renderer/**/*.css", /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i)).toEqual([]);
  expect(await offenders("renderer/**/*.css", /font-size:\s*[\d.]/)).toEqual([]);
  expect(await offenders("renderer/**/*.{ts,tsx}", /["'`]#[0-9a-f]{3,8}["'`]|\b(?:rgb|hsl)a?\(/i)).toEqual([]);
});

test("features read through the contract's query options, and never poll", async () => {
  expect(await offenders("renderer/features/**/*.{ts,tsx}", /queryKey: \[|refetchInterval|\bfetch\(/)).toEqual([]);
});
