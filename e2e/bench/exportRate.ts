import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateSession } from "../data/generateSession.ts";
import { measured, measuredExport } from "./exportRun.ts";
import type { Figure } from "./figure.ts";

/** EXPORTED=100000 measures a longer session, which takes long. */
const exchanges = Number(process.env.EXPORTED ?? 10_000);
const goal = 0.2;

/** How fast a session becomes a HAR, against a program that only parses and writes the lines of the same exchanges. */
export async function exportRate(): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), "workbench-bench-"));
  try {
    const dataDir = join(folder, "data");
    await generateSession({ dataDir, exchanges, seed: 7, session: "Exported" });
    const lines = join(folder, "lines.ndjson");
    await measuredExport(folder, dataDir, { format: "ndjson" }, lines);
    const copy = await measured(folder, [
      join(import.meta.dirname, "copyLines.ts"),
      lines,
      join(folder, "copy.ndjson"),
    ]);
    const har = await measuredExport(folder, dataDir, { format: "har" }, join(folder, "out.har"));
    const ratio = copy.seconds / har.seconds;
    return {
      name: `Export of ${exchanges.toLocaleString("en-US")} exchanges as HAR: rate against JSON.parse and JSON.stringify of each exchange's line`,
      measured: `${ratio.toFixed(2)}, with a peak of ${har.peakMegabytes.toFixed(0)} MB against ${copy.peakMegabytes.toFixed(0)} MB`,
      goal: `at least ${goal}`,
      isMet: ratio >= goal,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
