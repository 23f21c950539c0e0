import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eventExchange } from "../../../core/exchange/masking/exchange.fixture.ts";
import { exportFormats } from "../../../core/formats/export/exportFormats.ts";
import { sampleSession } from "../../../core/formats/export/sampleSession.fixture.ts";
import { writeOutput } from "./exportOutput.ts";
import { writeExport } from "./writeExport.ts";

test.each(["har", "fixtures"] as const)("a stopped export as %s leaves nothing of it behind", async (format) => {
  const folder = await mkdtemp(join(tmpdir(), "compat-workbench-export-"));
  const stopping = new AbortController();
  const seen: number[] = [];
  function* exchanges() {
    for (let seq = 1; seq <= 500; seq++) yield eventExchange({ id: `x${seq}`, seq });
  }
  const work = writeExport({
    source: { session: sampleSession, exchanges, arrivals: exchanges },
    format,
    masking: { keep: [], add: [] },
    origin: "http://localhost:8020",
    out: join(folder, "out"),
    signal: stopping.signal,
    onProgress: ({ written }) => {
      if (written > 0) seen.push(written);
      if (written === 120) stopping.abort();
    },
  });
  await expect(work).rejects.toThrow();
  expect(seen.at(-1)).toBe(120);
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});

test("what somebody puts into the folder while an export is written stays, and the export says so", async () => {
  const folder = await mkdtemp(join(tmpdir(), "compat-workbench-export-"));
  const out = join(folder, "out");
  await mkdir(out);
  async function* chunks() {
    yield { path: "one.json", text: "{}" };
    await writeFile(join(out, "mine.txt"), "mine");
  }
  await expect(writeOutput(exportFormats.fixtures, chunks(), out)).rejects.toThrow(`The folder ${out} is not empty.`);
  expect([await readdir(folder), await readdir(out)]).toEqual([["out"], ["mine.txt"]]);
  await rm(folder, { recursive: true });
});
