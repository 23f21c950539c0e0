import { hash } from "node:crypto";
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { performance } from "node:perf_hooks";
import { urlToHttpOptions } from "node:url";
import type { Headers } from "../../../core/exchange/exchange.ts";
import { faultMessage } from "../../../core/faultMessage.ts";
import type { MetricTable } from "../../../core/translation/translation.ts";
import { bodyBytes } from "../coding/bodyBytes.ts";
import { decodeCoding, withoutCoding } from "../coding/decodeCoding.ts";
import { headerLines } from "../wire/headerLines.ts";
import { isLoopback } from "./isLoopback.ts";
import { replayedRecord } from "./replayedRecord.ts";
import { type ReplayTarget, signedHeaders } from "./replayTarget.ts";

/** A recorded request on its way to a target. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: Buffer;
}

export interface TargetAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

export interface HttpTargetOptions {
  /** A bare host, or one of the bases that clients paste: ".../klaviyo/v1", ".../api". */
  readonly baseUrl: URL;
  /** Takes the place of every recorded key; without one, a local target gets a key made of each fingerprint. */
  readonly key: string | undefined;
  /** The scheme that goes before the key; as recorded when absent. */
  readonly scheme?: string;
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  /** What findings are judged by. */
  readonly metrics: MetricTable;
}

/** The base paths that recorded clients used, longest first. */
const recordedBases = /^\/+(?:klaviyo\/+v1\/+(?:api\/+)?|api\/+)/;

/** The path at the target: as recorded below a bare host, else what was asked for below the recorded base, below the target's. */
function targetPath(base: URL, recorded: string): string {
  const own = base.pathname.replace(/\/+$/, "");
  if (own === "") return recorded;
  const below = recorded.replace(recordedBases, "");
  if (below === recorded) return recorded;
  return /\/(?:api|v1)$/.test(own) && !own.endsWith("/klaviyo/v1") ? `${own}/${below}` : `${own}/api/${below}`;
}

/** A well-formed key for each fingerprint, so that each recorded property stays one of its own on a workbench. */
function keyFor(fingerprint: string): string {
  return `ps_test_${hash("sha256", fingerprint, "hex").slice(0, 32)}`;
}

/** Sends recorded requests to a base URL over HTTP, byte for byte. */
export function createHttpTarget(options: HttpTargetOptions): ReplayTarget {
  const { baseUrl, key, scheme, timeoutMs, maxResponseBytes, metrics } = options;
  const isSecure = baseUrl.protocol === "https:";
  const agent = isSecure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const isLocal = isLoopback(baseUrl.hostname);

  /** A key of another form is refused as the fingerprint that it is. */
  const standIn = (fingerprint: string): string =>
    isLocal && fingerprint.startsWith("ps_") ? keyFor(fingerprint) : fingerprint;

  async function exchange(sent: SentRequest): Promise<TargetAnswer> {
    if (sent.method === "CONNECT") throw new Error("it asks for a tunnel, which is not sent again");
    const timeout = AbortSignal.timeout(timeoutMs);
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const outgoing = (isSecure ? httpsRequest : httpRequest)({
      ...urlToHttpOptions(baseUrl),
      agent,
      method: sent.method,
      path: sent.path,
      headers: [...sent.headers, ["Host", baseUrl.host], ["Content-Length", String(sent.body.length)]].flat(),
      setHost: false,
      signal: timeout,
    });
    outgoing.once("response", resolve);
    outgoing.once("upgrade", (_, socket) => {
      socket.destroy();
      reject(new Error("the target changed to another protocol"));
    });
    outgoing.once("error", reject);
    outgoing.once("close", () => reject(new Error("the connection was closed without an answer")));
    outgoing.end(sent.body);
    try {
      const response = await promise;
      const body = await read(response, maxResponseBytes);
      return answerOf(response.statusCode ?? 0, headerLines(response.rawHeaders), body);
    } catch (cause) {
      throw timeout.aborted ? new Error(`no whole answer came within ${timeoutMs / 1000} s`, { cause }) : cause;
    }
  }

  return {
    seesNative: false,
    async send(recorded, { path, body }) {
      const sent: SentRequest = {
        method: recorded.request.method,
        path: targetPath(baseUrl, path),
        headers: signedHeaders(recorded, { key, scheme, standIn }),
        body: bodyBytes(body),
      };
      const started = performance.now();
      try {
        const answer = await exchange(sent);
        return { record: replayedRecord(recorded, { sent, answer, durationMs: performance.now() - started, metrics }) };
      } catch (cause) {
        const fault = faultMessage(cause);
        const record = replayedRecord(recorded, {
          sent,
          answer: null,
          durationMs: performance.now() - started,
          metrics,
        });
        return { record, fault };
      }
    },
    close: () => agent.destroy(),
  };
}

/** An answer without its content codings, which would keep what it says from view and from comparison; as it came where they cannot be undone. */
function answerOf(status: number, headers: Headers, coded: Buffer): TargetAnswer {
  const body = decodeCoding(coded, headers);
  return { status, headers: body === coded ? headers : withoutCoding(headers), body };
}

async function read(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    size += chunk.length;
    if (size > maxBytes) throw new Error(`the answer is longer than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
