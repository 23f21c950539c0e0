import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { Answer, Delivery } from "./capturedRequest.ts";

/** Between two drops of an answer that drips, in milliseconds. */
const dropMs = 50;

/** Sends an answer, in the way that a fault on purpose asks for where there is one. */
export async function sendAnswer(response: ServerResponse, { status, headers, body, delivery }: Answer): Promise<void> {
  if (delivery?.kind === "reset" && delivery.after === "nothing") {
    reset(response);
    return;
  }
  response.writeHead(status, headers.flat());
  if (delivery) await sendFaulty(response, Buffer.from(body), delivery);
  else response.end(body);
}

async function sendFaulty(response: ServerResponse, bytes: Buffer, delivery: Delivery): Promise<void> {
  if (delivery.kind === "drip") {
    await drip(response, bytes, Math.max(1, Math.round((delivery.bytesPerSecond * dropMs) / 1000)));
    return;
  }
  const sent = delivery.after === "half" ? bytes.subarray(0, bytes.length / 2) : bytes;
  response.flushHeaders();
  if (sent.length > 0) await new Promise((resolve) => response.write(sent, resolve));
  reset(response);
}

async function drip(response: ServerResponse, bytes: Buffer, dropBytes: number): Promise<void> {
  response.flushHeaders();
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  for (let at = 0; at < bytes.length && !gone.signal.aborted; at += dropBytes) {
    if (!response.write(bytes.subarray(at, at + dropBytes))) {
      await once(response, "drain", { signal: gone.signal }).catch(() => undefined);
    }
    await setTimeout(dropMs, undefined, { signal: gone.signal }).catch(() => undefined);
  }
  response.end();
}

/** Ends a connection as a crashed peer does: with RST, so that the client sees no orderly end. */
function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}
