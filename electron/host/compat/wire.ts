/** The wire thread's program: sockets and HTTP of both surfaces, so that reading and writing them takes no time of the thread that answers. */
import { parentPort, workerData } from "node:worker_threads";
import type { Answer, CapturedRequest } from "../capturedRequest.ts";
import { PortInUse } from "../portInUse.ts";
import { Outbox } from "./outbox.ts";
import { refuseConnection } from "./refuseConnection.ts";
import { startSurfaces } from "./startSurfaces.ts";
import type { FromWire, ToWire, WireRequest, WireStart } from "./wireMessages.ts";

const { port, timeouts }: WireStart = workerData;
const waiting = new Map<number, (answer: Answer | undefined) => void>();
const outbox = new Outbox<WireRequest>((requests) => tell({ kind: "requests", requests }));
let lastId = 0;

function tell(message: FromWire): void {
  parentPort?.postMessage(message);
}

/** A body is a piece of a larger buffer, all of which would go along with it. */
function alone(captured: CapturedRequest): CapturedRequest {
  return { ...captured, body: new Uint8Array(captured.body) };
}

function answer(captured: CapturedRequest): Promise<Answer | undefined> {
  lastId += 1;
  const { promise, resolve } = Promise.withResolvers<Answer | undefined>();
  waiting.set(lastId, resolve);
  outbox.add({ id: lastId, captured: alone(captured) });
  return promise;
}

try {
  const surfaces = await startSurfaces({ port, refuse: refuseConnection, answer, ...(timeouts && { timeouts }) });
  parentPort?.on("message", (message: ToWire) => {
    if (message.kind === "close") {
      void surfaces.close().then(() => parentPort?.close());
      return;
    }
    for (const { id, answer: given } of message.answers) {
      waiting.get(id)?.(given);
      waiting.delete(id);
    }
  });
  tell({ kind: "listening", port: surfaces.port, origin: surfaces.origin });
} catch (fault) {
  const text = fault instanceof Error ? fault.message : String(fault);
  tell({ kind: "refused", isPortInUse: fault instanceof PortInUse, message: text });
}
