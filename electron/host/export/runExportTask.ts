import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { ExportTask, ExportThreadMessage } from "./exportTask.ts";

/** The program of the thread: its source beside this one, or, in a build, a file beside the program. */
const program = new URL(import.meta.url.endsWith(".ts") ? "./exportThread.ts" : "./exportThread.js", import.meta.url);

interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly learned: number; readonly written: number }) => void;
}

/**
 * Runs a task on a thread of its own; answers with what it ends with. Rejects with user text, or, once the thread has ended, with the
 * signal's reason: what it had half done is then the caller's to clear away.
 */
export async function runExportTask(task: ExportTask, { signal, onProgress }: RunOptions = {}): Promise<unknown> {
  const worker = new Worker(program, { workerData: task });
  const stop = (): void => void worker.terminate();
  signal?.addEventListener("abort", stop, { once: true });
  let end: ExportThreadMessage | undefined;
  worker.on("message", (message: ExportThreadMessage) => {
    if (message.kind === "progress") onProgress?.(message);
    else end = message;
  });
  try {
    await once(worker, "exit");
  } finally {
    signal?.removeEventListener("abort", stop);
  }
  signal?.throwIfAborted();
  if (end?.kind === "done") return end.value;
  throw new Error(end?.kind === "failed" ? end.message : "The export ended unexpectedly.");
}
