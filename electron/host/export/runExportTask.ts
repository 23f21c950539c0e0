import { runTask, threadProgram } from "../threads/threadTask.ts";
import type { ExportProgress, ExportTask } from "./exportTask.ts";

const program = threadProgram(import.meta.url, "exportThread");

interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ExportProgress) => void;
}

/** Runs a task on a thread of its own, as `runTask` does; answers with what it ends with. */
export function runExportTask(task: ExportTask, { signal, onProgress }: RunOptions = {}): Promise<unknown> {
  return runTask<ExportProgress, unknown>(program, { workerData: task, signal, onNews: onProgress });
}
