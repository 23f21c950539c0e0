import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** Where the program of a thread is: its source beside the module of `importUrl`, or, in a build, a file beside the program. */
export function threadProgram(importUrl: string, name: string): URL {
  return new URL(importUrl.endsWith(".ts") ? `./${name}.ts` : `./${name}.js`, importUrl);
}

interface RunThreadOptions<Message> {
  readonly workerData: unknown;
  /** Ends the thread once it aborts. */
  readonly signal?: AbortSignal | undefined;
  readonly onMessage: (message: Message) => void;
}

/**
 * Runs a program on a thread of its own until that ends; all its messages have come by then. Rejects with what the program failed with, or, once the thread has
 * ended, with the signal's reason: what it had half done is then the caller's to clear away.
 */
export async function runThread<Message>(
  program: URL,
  { workerData, signal, onMessage }: RunThreadOptions<Message>,
): Promise<void> {
  signal?.throwIfAborted();
  const worker = new Worker(program, { workerData });
  const stop = (): void => void worker.terminate();
  signal?.addEventListener("abort", stop, { once: true });
  worker.on("message", onMessage);
  try {
    await once(worker, "exit");
  } finally {
    signal?.removeEventListener("abort", stop);
  }
  signal?.throwIfAborted();
}
