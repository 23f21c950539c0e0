import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Answer, CapturedRequest } from "../capturedRequest.ts";
import { PortInUse } from "../portInUse.ts";
import { Outbox } from "./outbox.ts";
import type { Surfaces, SurfaceTimeouts } from "./startSurfaces.ts";
import type { FromWire, ToWire, WireAnswer, WireStart } from "./wireMessages.ts";

export interface WireOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Answers a captured request; nothing where there is no one left to answer. Never rejects. */
  readonly answer: (request: CapturedRequest) => Promise<Answer | undefined>;
  readonly timeouts: SurfaceTimeouts | undefined;
}

/** The program of the thread: its source beside this one, or, in a build, a file beside the program. */
const program = new URL(import.meta.url.endsWith(".ts") ? "./wire.ts" : "./wire.js", import.meta.url);

/** Opens the port of both surfaces on a thread of its own. Rejects with `PortInUse` or the system's fault. */
export async function startWire({ port, answer, timeouts }: WireOptions): Promise<Surfaces> {
  const worker = new Worker(program, { workerData: { port, timeouts } satisfies WireStart });
  const ended = once(worker, "exit");
  const post = (message: ToWire): void => worker.postMessage(message);
  const outbox = new Outbox<WireAnswer>((answers) => post({ kind: "answers", answers }));
  const started = Promise.withResolvers<{ port: number; origin: string }>();
  worker.on("message", (message: FromWire) => {
    switch (message.kind) {
      case "listening":
        started.resolve(message);
        return;
      case "refused":
        started.reject(
          message.isPortInUse ? new PortInUse(port, "--port", message) : new Error(message.message, { cause: message }),
        );
        return;
      case "requests":
        for (const { id, captured } of message.requests) {
          void answer(captured).then((given) => outbox.add({ id, answer: given }));
        }
    }
  });
  // A fault of the thread is a fault of the program, as it would be on this one.
  worker.on("error", (fault) => started.reject(fault));
  const { port: taken, origin } = await started.promise;
  worker.removeAllListeners("error");
  return {
    port: taken,
    origin,
    async close() {
      post({ kind: "close" });
      await ended;
    },
  };
}
