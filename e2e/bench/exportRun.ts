import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { nodeOptions, program } from "../fixtures/serve.ts";

const run = promisify(execFile);

/** What a program took: by the clock, and the most memory it ever held. */
export interface Cost {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

/** Runs a program of Node to its end; `folder` is for what is noted meanwhile. Rejects when it fails. */
export async function measured(folder: string, args: readonly string[]): Promise<Cost> {
  const peakFile = join(folder, "peak");
  const preload = join(import.meta.dirname, "peakReport.ts");
  const started = performance.now();
  await run(process.execPath, ["--import", preload, ...args], { env: { ...process.env, PEAK_FILE: peakFile } });
  const seconds = (performance.now() - started) / 1000;
  return { seconds, peakMegabytes: Number(await readFile(peakFile, "utf8")) / 1024 };
}

/** Exports the latest session of a data folder to `out`, as it was recorded unless it is to be masked. */
export async function measuredExport(
  folder: string,
  dataDir: string,
  { format, isMasked = false }: { readonly format: string; readonly isMasked?: boolean },
  out: string,
): Promise<Cost> {
  await rm(out, { recursive: true, force: true });
  const args = ["export", "--session", "latest", "--format", format, "--out", out, "--data-dir", dataDir];
  if (!isMasked) args.push("--no-mask");
  return measured(folder, [...(await nodeOptions()), program, ...args]);
}
