import { runThread, threadProgram } from "../../threads/runThread.ts";
import type { AsideMessage, AsideResults, AsideRow, AsideTask } from "./asideTask.ts";

const program = threadProgram(import.meta.url, "asideThread");

export interface AsideListener {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
  readonly onRows: (rows: readonly AsideRow[]) => void;
}

/** Does a task on a thread of its own. Rejects with the signal's reason when it is aborted, and otherwise with an error whose message is user text. */
export async function runAside(
  dataDir: string,
  task: AsideTask,
  { signal, onProgress, onRows }: AsideListener,
): Promise<AsideResults[AsideTask["kind"]]> {
  let end: AsideMessage | undefined;
  await runThread<AsideMessage>(program, {
    workerData: { dataDir, task },
    signal,
    onMessage: (message) => {
      if (message.kind === "progress") onProgress(message.done, message.total);
      else if (message.kind === "rows") onRows(message.rows);
      else end = message;
    },
  });
  if (end?.kind === "end") return end.result;
  throw new Error(end?.kind === "fault" ? end.message : "The thread ended unexpectedly.");
}
