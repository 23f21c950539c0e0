import { hash } from "node:crypto";
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { performance } from "node:perf_hooks";
import type { Headers } from "../../../core/exchange/exchange.ts";
import { isLoopback } from "./isLoopback.ts";

/** A recorded request on its way to a target. */
export interface SentRequest {
  readonly method: string;
  /** As recorded. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: Buffer;
}

export interface TargetAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** What came of a request; `answer` is null when none came, and `fault` says why. */
export interface TargetResult {
  readonly sent: SentRequest;
  readonly answer: TargetAnswer | null;
  readonly fault?: string;
  readonly durationMs: number;
}

export interface ReplayTarget {
  send(request: SentRequest, signal: AbortSignal): Promise<TargetResult>;
  close(): void;
}

export interface TargetOptions {
  /** A bare host, or one of the bases that clients paste: ".../klaviyo/v1", ".../api". */
  readonly baseUrl: URL;
  /** Takes the place of every recorded key; without one, a local target gets a key made of each fingerprint. */
  readonly key: string | undefined;
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
}

/** Headers of one connection or one host: the target's own are made anew. */
const connectionHeaders = new Set([
  "host",
  "connection",
  "keep-alive",
  "transfer-encoding",
  "content-length",
  "expect",
  "te",
]);

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

const recordedCredential = /^(\S+) ((?:[a-z]+_)+#[0-9a-f]{12})$/;

/** A well-formed key for each fingerprint, so that each recorded property stays one of its own on a workbench. */
function keyFor(fingerprint: string): string {
  return `ps_test_${hash("sha256", fingerprint, "hex").slice(0, 32)}`;
}

function withKey(
  [name, value]: readonly [string, string],
  key: string | undefined,
  isLocal: boolean,
): [string, string] {
  const match = name.toLowerCase() === "authorization" ? recordedCredential.exec(value) : null;
  if (!match) return [name, value];
  const [, scheme = "", fingerprint = ""] = match;
  // What was refused as a key of another form is refused again as the fingerprint that it is.
  const made = isLocal && fingerprint.startsWith("ps_") ? keyFor(fingerprint) : fingerprint;
  return [name, `${scheme} ${key ?? made}`];
}

/** Sends recorded requests to a base URL over HTTP, byte for byte. */
export function createHttpTarget({ baseUrl, key, timeoutMs, maxResponseBytes }: TargetOptions): ReplayTarget {
  const isSecure = baseUrl.protocol === "https:";
  const agent = isSecure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const isLocal = isLoopback(baseUrl.hostname);

  function prepare(request: SentRequest): SentRequest {
    const kept = request.headers.filter(([name]) => !connectionHeaders.has(name.toLowerCase()));
    return {
      ...request,
      path: targetPath(baseUrl, request.path),
      headers: kept.map((line) => withKey(line, key, isLocal)),
    };
  }

  async function exchange(sent: SentRequest, signal: AbortSignal): Promise<TargetAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const outgoing = (isSecure ? httpsRequest : httpRequest)({
      host: baseUrl.hostname,
      port: baseUrl.port || (isSecure ? 443 : 80),
      agent,
      method: sent.method,
      path: sent.path,
      headers: [...sent.headers, ["Host", baseUrl.host], ["Content-Length", String(sent.body.length)]].flat(),
      setHost: false,
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    outgoing.once("response", resolve);
    outgoing.once("error", reject);
    outgoing.end(sent.body);
    const response = await promise;
    return {
      status: response.statusCode ?? 0,
      headers: pairs(response.rawHeaders),
      body: await read(response, maxResponseBytes),
    };
  }

  return {
    async send(request, signal) {
      const sent = prepare(request);
      const started = performance.now();
      try {
        return { sent, answer: await exchange(sent, signal), durationMs: performance.now() - started };
      } catch (fault) {
        signal.throwIfAborted();
        const why = fault instanceof Error ? fault.message : String(fault);
        return { sent, answer: null, fault: why, durationMs: performance.now() - started };
      }
    },
    close: () => agent.destroy(),
  };
}

function pairs(raw: readonly string[]): [string, string][] {
  const lines: [string, string][] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) lines.push([raw[index] ?? "", raw[index + 1] ?? ""]);
  return lines;
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
