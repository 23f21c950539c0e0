import { Worker } from "node:worker_threads";
import type { AsideMessage, AsideResults, AsideRow, AsideTask } from "./asideTask.ts";

/** The program of the thread: its source beside this one, or, in a build, a file beside the program. */
const program = new URL(import.meta.url.endsWith(".ts") ? "./asideThread.ts" : "./asideThread.js", import.meta.url);

export interface AsideListener {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
  readonly onRows: (rows: readonly AsideRow[]) => void;
}

/** Does a task on a thread of its own. Rejects with the signal's reason when it is aborted, and otherwise with an error whose message is user text. */
export function runAside(
  dataDir: string,
  task: AsideTask,
  { signal, onProgress, onRows }: AsideListener,
): Promise<AsideResults[AsideTask["kind"]]> {
  const { promise, resolve, reject } = Promise.withResolvers<AsideResults[AsideTask["kind"]]>();
  if (signal.aborted) return Promise.reject(signal.reason);
  const worker = new Worker(program, { workerData: { dataDir, task } });
  const stop = (): void => {
    reject(signal.reason);
    void worker.terminate();
  };
  signal.addEventListener("abort", stop, { once: true });
  worker.on("message", (message: AsideMessage) => {
    if (message.kind === "progress") onProgress(message.done, message.total);
    else if (message.kind === "rows") onRows(message.rows);
    else if (message.kind === "end") resolve(message.result);
    else reject(new Error(message.message));
  });
  worker.on("error", reject);
  worker.on("exit", () => {
    signal.removeEventListener("abort", stop);
    reject(new Error("The thread ended unexpectedly."));
  });
  return promise;
}
