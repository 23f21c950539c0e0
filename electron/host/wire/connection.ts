import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { isSystemError } from "../portInUse.ts";
import type { Answer, CaptureEnd } from "./capturedRequest.ts";
import { interruptReading } from "./readRequestBody.ts";

/** Why bytes of a connection are no request that could be captured. */
export type Refusal = "malformed" | "timed-out" | "headers-too-large";

interface Hold {
  isBroken: boolean;
}

/** Of each connection, the requests that are not answered yet: several where a client does not wait for answers. */
const busy = new WeakMap<Socket, Hold[]>();

/** Marks a connection as answering, until the function that comes back is called. That says whether the connection broke behind this request. */
export function holdConnection(socket: Socket): () => boolean {
  const hold: Hold = { isBroken: false };
  busy.set(socket, [...(busy.get(socket) ?? []), hold]);
  return () => {
    busy.set(
      socket,
      (busy.get(socket) ?? []).filter((other) => other !== hold),
    );
    return hold.isBroken;
  };
}

/**
 * Handles what Node's HTTP parser could not: broken syntax, endless headers, a client that stopped sending. While a body is being read, its request is
 * answered as far as it came; while an answer is under way the connection ends after it; otherwise a bare answer goes out.
 */
export function answerClientError(error: Error, socket: Socket, refuse: (refusal: Refusal) => Answer): void {
  if (isSystemError(error, "ECONNRESET", "EPIPE") || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = refusalOf(error);
  if (interruptReading(socket, readingEnd(error, refusal))) return;
  const hold = busy.get(socket)?.at(-1);
  if (hold) hold.isBroken = true;
  else socket.end(rawAnswer(refuse(refusal)), () => socket.destroy());
}

/** A client that closes and one that only says it is done look the same, so that both are answered. */
function readingEnd(error: Error, refusal: Refusal): CaptureEnd {
  if (refusal === "timed-out") return "timed-out";
  return isSystemError(error, "HPE_INVALID_EOF_STATE") ? "cut-short" : "malformed";
}

function refusalOf(error: Error): Refusal {
  if (isSystemError(error, "ERR_HTTP_REQUEST_TIMEOUT")) return "timed-out";
  return isSystemError(error, "HPE_HEADER_OVERFLOW") ? "headers-too-large" : "malformed";
}

function rawAnswer({ status, headers, body }: Answer): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${lines}Connection: close\r\n\r\n${body}`;
}
