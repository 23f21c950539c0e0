import type { Exchange, Headers } from "../../../core/exchange/exchange.ts";
import type { BoundRequest } from "../../../core/exchange/replay/idBinding.ts";
import type { ExchangeRecord } from "../store/exchangeRecord.ts";

/** Where recorded requests are sent again. */
export interface ReplayTarget {
  /** Sends the request of `recorded` with the path and body of `bound`, and with a key in place of its fingerprint. What the other side breaks is a result. */
  send(recorded: Exchange, bound: BoundRequest): Promise<TargetResult>;
  /** Whether the native calls that it made are in the record. */
  readonly seesNative: boolean;
  close(): void;
}

export interface TargetResult {
  /** A child of the recorded exchange: the request as it was sent, without its key, and what came of it. */
  readonly record: ExchangeRecord;
  /** Why no answer came. */
  readonly fault?: string | undefined;
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

export function withoutConnection(headers: Headers): Headers {
  return headers.filter(([name]) => !connectionHeaders.has(name.toLowerCase()));
}

/** This workbench by its own name: who asks under another is refused. */
export const ownHost: Headers[number] = ["Host", "localhost"];

const recordedCredential = /^(\S+) ((?:[a-z]+_)+#[0-9a-f]{12})$/;

/** The header lines with what `credential` makes of each recorded one: a scheme, and the fingerprint of a key. */
export function withCredential(headers: Headers, credential: (scheme: string, fingerprint: string) => string): Headers {
  return headers.map(([name, value]) => {
    const match = name.toLowerCase() === "authorization" ? recordedCredential.exec(value) : null;
    return match ? [name, credential(match[1] ?? "", match[2] ?? "")] : [name, value];
  });
}
