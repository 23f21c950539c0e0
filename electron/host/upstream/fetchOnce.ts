import type { Headers as HeaderLines } from "../../../core/exchange/exchange.ts";
import type { NativeCall } from "../../../core/native/nativeCall.ts";
import { withoutCoding } from "../coding/decodeCoding.ts";
import type { RecordedResponse } from "../store/exchangeRecord.ts";

/** One HTTP request and what came of it: a response, or why there is none that is whole, with what came of one. */
export type Fetched =
  | {
      readonly kind: "response";
      readonly response: RecordedResponse;
      readonly text: string;
      readonly headers: Readonly<Record<string, string>>;
    }
  | { readonly kind: "too-large"; readonly response: RecordedResponse }
  | { readonly kind: "timed-out"; readonly response?: RecordedResponse }
  | {
      readonly kind: "unreachable";
      readonly cause: string;
      readonly neverArrived: boolean;
      readonly response?: RecordedResponse;
    };

export interface FetchOptions {
  readonly url: URL;
  readonly method: NativeCall["method"];
  readonly headers: HeaderLines;
  readonly body: string;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/** Faults of a connection that was never made. */
const neverArrived = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Sends one request over a kept-alive connection. Redirects are not followed: the key must not travel to another address. */
export async function fetchOnce(options: FetchOptions): Promise<Fetched> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const received: Received = { chunks: [], size: 0 };
  try {
    const response = await fetch(options.url, {
      method: options.method,
      headers: options.headers.map(([name, value]): [string, string] => [name, value]),
      body: options.method === "GET" ? null : options.body,
      redirect: "manual",
      signal: options.signal ? AbortSignal.any([timeout, options.signal]) : timeout,
    });
    received.response = response;
    return await readResponse(response, received, options.maxBytes);
  } catch (fault) {
    const came = received.response && { response: recordedOf(received.response, received) };
    if (timeout.aborted) return { kind: "timed-out", ...came };
    const cause = causeOf(fault);
    return { kind: "unreachable", cause, neverArrived: neverArrived.has(cause), ...came };
  }
}

/** What came so far. */
interface Received {
  response?: Response;
  readonly chunks: Uint8Array[];
  size: number;
}

async function readResponse(response: Response, received: Received, maxBytes: number): Promise<Fetched> {
  for await (const chunk of response.body ?? []) {
    received.size += chunk.length;
    if (received.size > maxBytes) break;
    received.chunks.push(chunk);
  }
  const recorded = recordedOf(response, received);
  if (received.size > maxBytes) return { kind: "too-large", response: recorded };
  const text = recorded.body.toString();
  return { kind: "response", response: recorded, text, headers: Object.fromEntries(recorded.headers) };
}

/** `fetch` undoes content codings: the record tells of none, so that headers and body agree wherever they are shown, exported or served again. */
function recordedOf(response: Response, { chunks }: Received): RecordedResponse & { readonly body: Buffer } {
  const headers = [...response.headers].filter(([name]) => !connectionHeaders.has(name));
  return { status: response.status, headers: withoutCoding(headers), body: Buffer.concat(chunks) };
}

const connectionHeaders = new Set(["connection", "keep-alive", "transfer-encoding"]);

/** The system's code where there is one ("ECONNREFUSED"): fetch hides it below its own "fetch failed". */
function causeOf(fault: unknown): string {
  const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
  if (!(cause instanceof Error)) return String(cause);
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}
