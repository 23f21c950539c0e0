import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { CaptureEnd } from "../capturedRequest.ts";

/** Bodies up to `kept` are recorded whole and longer ones up to here; up to `drained` the client may finish sending before it hears 413. */
export const bodyBounds = { kept: 8 * 1024 * 1024, drained: 64 * 1024 * 1024 };

export interface ReadBody {
  readonly body: Uint8Array;
  readonly end: CaptureEnd;
}

const empty = new Uint8Array();
/** The request whose body comes in on a connection. Requests may follow each other in one piece, so that one is done before its end is told. */
const reading = new WeakMap<
  Socket,
  { readonly request: IncomingMessage; readonly finish: (end: CaptureEnd) => void }
>();

/** Ends the reading of the body that is under way on a connection, with what came so far. False when there is none. */
export function interruptReading(socket: Socket, end: CaptureEnd): boolean {
  const current = reading.get(socket);
  if (!current || current.request.complete) return false;
  current.finish(end);
  return true;
}

/** Reads the bytes of the wire, whatever they are and however the sending ends. Never rejects. */
export function readRequestBody(request: IncomingMessage): Promise<ReadBody> {
  return new Promise((resolve) => {
    const { socket } = request;
    let chunks: Buffer[] | undefined = [];
    let received = 0;
    let kept = 0;

    const finish = (end: CaptureEnd): void => {
      if (!chunks) return;
      if (reading.get(socket)?.request === request) reading.delete(socket);
      resolve({ body: joined(chunks, kept), end: end === "complete" && received > kept ? "too-large" : end });
      chunks = undefined;
    };
    reading.set(socket, { request, finish });

    request.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (chunks && kept < bodyBounds.kept) {
        const part = chunk.subarray(0, bodyBounds.kept - kept);
        chunks.push(part);
        kept += part.length;
      }
      if (received > bodyBounds.drained) finish("too-large");
    });
    request.on("end", () => finish("complete"));
    request.on("error", () => finish("client-gone"));
    request.on("close", () => finish("client-gone"));
  });
}

function joined(chunks: readonly Buffer[], length: number): Uint8Array {
  const [first] = chunks;
  if (first === undefined) return empty;
  return chunks.length === 1 ? first : Buffer.concat(chunks, length);
}
