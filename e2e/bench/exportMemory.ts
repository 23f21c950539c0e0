import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportFormats } from "../../core/formats/export/exportFormats.ts";
import { generateSession } from "../data/generateSession.ts";
import { measuredExport } from "./exportRun.ts";
import type { Figure } from "./figure.ts";

/** EXPORTED=100000 measures a longer session, which takes long. */
const many = Number(process.env.EXPORTED ?? 10_000);
const few = many / 10;
const goal = 2.5;

/** All formats as recorded, and one masked: what masking remembers is the same in each. */
const runs = [
  ...Object.keys(exportFormats).map((format) => ({ name: format, format })),
  { name: "har masked", format: "har", isMasked: true },
];

/** The most memory that the export of a long session takes, in each format, against that of a short one. */
export async function exportMemory(): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), "workbench-bench-"));
  try {
    const folders = { few: join(folder, "few"), many: join(folder, "many") };
    await generateSession({ dataDir: folders.few, exchanges: few, seed: 7, session: "Few" });
    await generateSession({ dataDir: folders.many, exchanges: many, seed: 7, session: "Many" });
    let worst = { format: "", ratio: 0 };
    const lines: string[] = [];
    for (const { name, ...run } of runs) {
      const out = join(folder, "out");
      const { peakMegabytes: short } = await measuredExport(folder, folders.few, run, out);
      const { peakMegabytes: long } = await measuredExport(folder, folders.many, run, out);
      lines.push(`${name} ${short.toFixed(0)} MB, ${long.toFixed(0)} MB`);
      if (long / short > worst.ratio) worst = { format: name, ratio: long / short };
    }
    return {
      name: `Exporting ${many.toLocaleString("en-US")} exchanges: peak memory against ${few.toLocaleString("en-US")} (${lines.join("; ")})`,
      measured: `${worst.ratio.toFixed(2)} times at most (${worst.format})`,
      goal: `at most ${goal}`,
      isMet: worst.ratio <= goal,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
