import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { isSystemError, listenFault } from "../portInUse.ts";
import { capture } from "./capture.ts";
import type { Answer, CapturedRequest } from "./capturedRequest.ts";
import { answerClientError, holdConnection, type Refusal } from "./connection.ts";
import { endOfTurn } from "./endOfTurn.ts";
import { sendAnswer } from "./sendAnswer.ts";

export interface SurfacesOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** Answers a captured request; nothing where there is no one left to answer. Never rejects. */
  readonly answer: (request: CapturedRequest) => Promise<Answer | undefined>;
  /** The answer to bytes that are no request. */
  readonly refuse: (refusal: Refusal) => Answer;
  /** For faults: one line each. */
  readonly log: (line: string) => void;
  readonly timeouts?: SurfaceTimeouts;
}

/** Milliseconds. */
export interface SurfaceTimeouts {
  /** Until the last header line is in. */
  readonly headers: number;
  /** Until the last byte of the body is in. */
  readonly request: number;
  /** For what is under way at a close. */
  readonly grace: number;
}

export interface Surfaces {
  readonly port: number;
  /** "http://127.0.0.1:8020" */
  readonly origin: string;
  close(): Promise<void>;
}

const defaultTimeouts: SurfaceTimeouts = { headers: 15_000, request: 60_000, grace: 2000 };

/**
 * Opens the port of both surfaces to this machine. "localhost" is ::1 to some clients and 127.0.0.1 to others, so both are bound where the machine has
 * both.
 */
export async function startSurfaces(options: SurfacesOptions): Promise<Surfaces> {
  const underWay = new Set<Promise<void>>();
  const timeouts = options.timeouts ?? defaultTimeouts;
  const listeners: Server[] = [];
  const open = async (host: string, port: number): Promise<number> => {
    const listener = createListener(options, timeouts, underWay);
    listener.listen(port, host);
    await once(listener, "listening");
    // A system short of memory or handles may refuse a connection: that one is lost, the port stays open.
    listener.on("error", ({ message }) => options.log(`A connection could not be taken: ${message}`));
    listeners.push(listener);
    const address = listener.address();
    return typeof address === "object" && address ? address.port : port;
  };
  const close = async (): Promise<void> => {
    await Promise.all(listeners.map((listener) => closeWithin(listener, timeouts.grace)));
    await Promise.all(underWay);
  };

  try {
    const port = await open("127.0.0.1", options.port);
    await openSecond(() => open("::1", port), options.port === 0);
    return { port, origin: `http://127.0.0.1:${port}`, close };
  } catch (fault) {
    await close();
    throw listenFault(fault, options.port, "--port");
  }
}

/** A machine may have no ::1. A port that was only picked here may be taken there, and then only 127.0.0.1 is promised. */
async function openSecond(open: () => Promise<number>, wasPicked: boolean): Promise<void> {
  try {
    await open();
  } catch (fault) {
    const isFine = isSystemError(fault, "EADDRNOTAVAIL", "EAFNOSUPPORT") || wasPicked;
    if (!isFine) throw fault;
  }
}

/**
 * A plain server: the record must hold the bytes of any body, path and method, also of those that a framework would refuse on its own. What Node would answer
 * without telling (no Host, an unknown Expect, a tunnel) comes the same way.
 */
function createListener(
  { answer, refuse }: SurfacesOptions,
  timeouts: SurfaceTimeouts,
  underWay: Set<Promise<void>>,
): Server {
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    const served = serveOne(request, response, answer).finally(() => underWay.delete(served));
    underWay.add(served);
  };
  const listener = createServer(
    {
      requestTimeout: timeouts.request,
      headersTimeout: timeouts.headers,
      connectionsCheckingInterval: Math.min(1000, timeouts.headers, timeouts.request),
      keepAliveTimeout: 72_000,
      maxHeaderSize: 32 * 1024,
      requireHostHeader: false,
    },
    serve,
  );
  listener.on("checkExpectation", serve);
  listener.on("connect", (request: IncomingMessage, socket: Socket) => serve(request, responseOn(socket, request)));
  // A client that has sent all may close its half and wait for the answer.
  Object.assign(listener, { httpAllowHalfOpen: true });
  listener.on("clientError", (error: Error, socket: Socket) => answerClientError(error, socket, refuse));
  return listener;
}

/** Node hands over the bare connection of a request for a tunnel. It is answered like any other, and the last on its connection. */
function responseOn(socket: Socket, request: IncomingMessage): ServerResponse {
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  socket.on("error", () => socket.destroy());
  response.once("finish", () => socket.destroySoon());
  return response;
}

async function serveOne(
  request: IncomingMessage,
  response: ServerResponse,
  answer: SurfacesOptions["answer"],
): Promise<void> {
  const release = holdConnection(request.socket);
  const captured = await capture(request);
  await endOfTurn();
  const answered = await answer(captured);
  const isBroken = release();
  if (!answered || response.destroyed) return;
  // What was not read to its end cannot be told from a next request.
  if (isBroken || captured.end !== "complete") response.shouldKeepAlive = false;
  await sendAnswer(response, answered);
}

async function closeWithin(listener: Server, graceMs: number): Promise<void> {
  const timer = setTimeout(() => listener.closeAllConnections(), graceMs);
  listener.close();
  await once(listener, "close");
  clearTimeout(timer);
}
