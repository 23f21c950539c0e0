import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { CaptureEnd } from "./capturedRequest.ts";

/**
 * Bodies up to `kept` are recorded whole and longer ones up to here; up to `drained` the client may finish sending before it hears 413. All that come in at a
 * time hold up to `together`: then the longest gives way, of which `remembered` is recorded.
 */
export const bodyBounds = {
  kept: 8 * 1024 * 1024,
  drained: 64 * 1024 * 1024,
  together: 128 * 1024 * 1024,
  remembered: 64 * 1024,
};

export interface ReadBody {
  readonly body: Uint8Array;
  readonly end: CaptureEnd;
}

const empty = new Uint8Array();

interface Reading {
  readonly request: IncomingMessage;
  readonly finish: (end: CaptureEnd) => void;
  /** Bytes that it holds. */
  kept: number;
}

/** The request whose body comes in on a connection. Requests may follow each other in one piece, so that one is done before its end is told. */
const reading = new WeakMap<Socket, Reading>();
const underWay = new Set<Reading>();
let heldTogether = 0;

/** Many clients that send long bodies must not take the memory from all others. */
function makeRoom(): void {
  while (heldTogether > bodyBounds.together) {
    const longest = [...underWay].reduce((one, other) => (other.kept > one.kept ? other : one));
    longest.finish("crowded-out");
  }
}

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
    const chunks: Buffer[] = [];
    let received = 0;

    const finish = (end: CaptureEnd): void => {
      if (!underWay.delete(own)) return;
      heldTogether -= own.kept;
      if (reading.get(socket) === own) reading.delete(socket);
      const length = end === "crowded-out" ? Math.min(own.kept, bodyBounds.remembered) : own.kept;
      resolve({ body: joined(chunks, length), end: end === "complete" && received > own.kept ? "too-large" : end });
      chunks.length = 0;
    };
    const own: Reading = { request, finish, kept: 0 };
    reading.set(socket, own);
    underWay.add(own);

    request.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (underWay.has(own) && own.kept < bodyBounds.kept) {
        const part = chunk.subarray(0, bodyBounds.kept - own.kept);
        chunks.push(part);
        own.kept += part.length;
        heldTogether += part.length;
        makeRoom();
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
  return chunks.length === 1 ? first.subarray(0, length) : Buffer.concat(chunks, length);
}
