import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { ExportRequest } from "../../../core/contract/exports.ts";
import { exportResultSchema, type JobResult } from "../../../core/contract/jobs.ts";
import { faultMessage } from "../../../core/faultMessage.ts";
import type { ExportFormat } from "../../../core/formats/export/exportFormat.ts";
import { exportFormats } from "../../../core/formats/export/exportFormats.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { runExportTask } from "./runExportTask.ts";

interface ExportPlace {
  readonly jobs: Jobs;
  readonly dataDir: string;
  /** Of the surfaces of this workbench. */
  readonly origin: string;
}

/** Where exports wait to be taken: each in a folder of its own, named after its job. */
export const exportsFolder = (dataDir: string): string => join(dataDir, "exports");

/** Removes what an end without goodbye left there. */
export async function clearExports(dataDir: string): Promise<void> {
  await rm(exportsFolder(dataDir), { recursive: true, force: true });
}

/** Exports in the background into a file that waits to be taken; answers with the id of the job. `total` is how many exchanges there are. */
export function startExport(
  { jobs, dataDir, origin }: ExportPlace,
  request: ExportRequest,
  { name, total }: { readonly name: string; readonly total: number },
): string {
  const format: ExportFormat = exportFormats[request.format];
  let folder: string | undefined;
  const clear = async (): Promise<void> => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  };
  return jobs.start({
    kind: "export",
    label: `Export of ${name} as ${format.label}`,
    session: request.session,
    explain: (fault) => faultMessage(fault),
    dispose: clear,
    run: async ({ id, signal, report }): Promise<JobResult<"export">> => {
      folder = join(exportsFolder(dataDir), id);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const passes = request.isMasked ? 2 : 1;
      try {
        const value = await runExportTask(
          { dataDir, request, origin, folder },
          {
            signal,
            onProgress: ({ learned, written }) =>
              report({
                done: written,
                total,
                fraction: Math.min(1, (learned + written) / (passes * Math.max(1, total))),
              }),
          },
        );
        const result = exportResultSchema.parse(value);
        report({ done: result.exchanges, total: result.exchanges, fraction: 1 });
        return result;
      } catch (fault) {
        await clear();
        throw fault;
      }
    },
  });
}
