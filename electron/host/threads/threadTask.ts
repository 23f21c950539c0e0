import { once } from "node:events";
import { parentPort, Worker } from "node:worker_threads";
import { faultMessage } from "../../../core/faultMessage.ts";

/** What a thread says of its task: news while it goes on, then how it ended. */
type Said<News, Result> =
  | { readonly kind: "news"; readonly news: News }
  | { readonly kind: "done"; readonly result: Result }
  | { readonly kind: "failed"; readonly message: string };

/** Where the program of a thread is: its source beside the module of `importUrl`, or, in a build, a file beside the program. */
export function threadProgram(importUrl: string, name: string): URL {
  return new URL(importUrl.endsWith(".ts") ? `./${name}.ts` : `./${name}.js`, importUrl);
}

interface TaskOptions<News> {
  /** The task, as its program reads it. */
  readonly workerData: unknown;
  /** Ends the thread once it aborts. */
  readonly signal?: AbortSignal | undefined;
  readonly onNews?: ((news: News) => void) | undefined;
}

/**
 * Gives a task to a thread of its own; answers with what it ends with. Rejects with what it failed with, as user text, or, once the thread has ended, with the
 * signal's reason: what it had half done is then the caller's to clear away.
 */
export async function runTask<News, Result>(
  program: URL,
  { workerData, signal, onNews }: TaskOptions<News>,
): Promise<Result> {
  signal?.throwIfAborted();
  const worker = new Worker(program, { workerData });
  const stop = (): void => void worker.terminate();
  signal?.addEventListener("abort", stop, { once: true });
  let end: Exclude<Said<News, Result>, { kind: "news" }> | undefined;
  worker.on("message", (said: Said<News, Result>) => {
    if (said.kind === "news") onNews?.(said.news);
    else end = said;
  });
  try {
    await once(worker, "exit");
  } finally {
    signal?.removeEventListener("abort", stop);
  }
  signal?.throwIfAborted();
  return resultOf(end);
}

function resultOf<Result>(end: Exclude<Said<never, Result>, { kind: "news" }> | undefined): Result {
  if (end?.kind === "done") return end.result;
  throw new Error(end?.message ?? "The thread ended unexpectedly.");
}

/** In the thread: does its task and says how that ended. */
export async function serveTask<News, Result>(
  task: (tell: (news: News) => void) => Result | Promise<Result>,
): Promise<void> {
  const say = (said: Said<News, Result>): void => parentPort?.postMessage(said);
  try {
    say({ kind: "done", result: await task((news) => say({ kind: "news", news })) });
  } catch (fault) {
    say({ kind: "failed", message: faultMessage(fault) });
  }
}
