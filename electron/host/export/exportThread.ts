/** The program of an export's thread: reading, masking and writing take a core, and the thread that answers requests has better to do. */

import { rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { workerData } from "node:worker_threads";
import { create } from "tar";
import type { JobResult } from "../../../core/contract/jobs.ts";
import type { ExportFormat } from "../../../core/formats/export/exportFormat.ts";
import { exportFormats } from "../../../core/formats/export/exportFormats.ts";
import { serveTask } from "../threads/threadTask.ts";
import { openExportSource } from "./exportSource.ts";
import { type ExportProgress, exportTaskSchema } from "./exportTask.ts";
import { fileStem } from "./fileStem.ts";
import { previewExport } from "./previewExport.ts";
import { writeExport } from "./writeExport.ts";

const task = exportTaskSchema.parse(workerData);
const progressPauseMs = 50;
let toldAt = 0;

async function write(folder: string, tell: (progress: ExportProgress) => void): Promise<JobResult<"export">> {
  using source = openExportSource(task.dataDir, task.request);
  const { format: formatName, isMasked, keep, alsoMask, secret } = task.request;
  const format: ExportFormat = exportFormats[formatName];
  const out = join(folder, "written");
  const { name, exchanges, masked } = await writeExport({
    source,
    format: formatName,
    masking: isMasked ? { keep, add: alsoMask, secret } : undefined,
    origin: task.origin,
    out,
    onProgress: (progress) => {
      if (performance.now() - toldAt < progressPauseMs) return;
      toldAt = performance.now();
      tell(progress);
    },
  });
  // It is called after the session, whose name may have to be masked as well.
  const stem = fileStem(name, format);
  const named = format.kind === "folder" ? stem : `${stem}.${format.extension}`;
  await rename(out, join(folder, named));
  const fileName = format.kind === "folder" ? await pack(folder, named) : named;
  const { size } = await stat(join(folder, fileName));
  return { fileName, bytes: size, exchanges, masked };
}

/** A folder as one file, which a browser can take. */
async function pack(folder: string, name: string): Promise<string> {
  const fileName = `${name}.tar.gz`;
  await create({ file: join(folder, fileName), cwd: folder, gzip: true, portable: true }, [name]);
  await rm(join(folder, name), { recursive: true });
  return fileName;
}

async function preview(): Promise<Awaited<ReturnType<typeof previewExport>>> {
  using source = openExportSource(task.dataDir, task.request);
  return await previewExport(source, task.request, task.origin);
}

await serveTask<ExportProgress, unknown>((tell) => (task.folder === undefined ? preview() : write(task.folder, tell)));
