import { runThread, threadProgram } from "../threads/runThread.ts";
import type { ExportTask, ExportThreadMessage } from "./exportTask.ts";

const program = threadProgram(import.meta.url, "exportThread");

interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly learned: number; readonly written: number }) => void;
}

/**
 * Runs a task on a thread of its own; answers with what it ends with. Rejects with user text, or, once the thread has ended, with the
 * signal's reason: what it had half done is then the caller's to clear away.
 */
export async function runExportTask(task: ExportTask, { signal, onProgress }: RunOptions = {}): Promise<unknown> {
  let end: ExportThreadMessage | undefined;
  await runThread<ExportThreadMessage>(program, {
    workerData: task,
    signal,
    onMessage: (message) => {
      if (message.kind === "progress") onProgress?.(message);
      else end = message;
    },
  });
  if (end?.kind === "done") return end.value;
  throw new Error(end?.kind === "failed" ? end.message : "The export ended unexpectedly.");
}
