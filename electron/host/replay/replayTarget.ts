import type { Exchange, Headers } from "../../../core/exchange/exchange.ts";
import { isFingerprint } from "../../../core/exchange/fingerprint.ts";
import { isOfConnection } from "../../../core/exchange/headers.ts";
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

/** This workbench by its own name: who asks under another is refused. */
export const ownHost: Headers[number] = ["Host", "localhost"];

/** How a replay signs in. */
export interface Credential {
  /** Takes the place of every recorded key. */
  readonly key?: string | undefined;
  /** Goes before the key; as recorded when absent. */
  readonly scheme?: string | undefined;
  /** What stands for a key of which the record has the fingerprint; that when absent. */
  readonly standIn?: (fingerprint: string) => string;
}

/** A fingerprint as that of a key of no known form, which every surface refuses: what a client was refused with is refused again. */
function refused(fingerprint: string): string {
  return `key_${fingerprint.slice(fingerprint.indexOf("#"))}`;
}

function asRecorded(fingerprint: string): string {
  return fingerprint;
}

/** Stands for the key of requests that came from a file as bare bodies. */
const importedFingerprint = "ps_test_#000000000000";

function isAuthorization([name]: Headers[number]): boolean {
  return name.toLowerCase() === "authorization";
}

/** Whether it came from a file that holds bodies alone, which nobody was refused with. */
function isBareBody({ origin, request, response }: Exchange): boolean {
  return origin === "imported" && response === null && !request.headers.some(isAuthorization);
}

/** The header lines of a recorded request that its target is to see, signed. */
export function signedHeaders(recorded: Exchange, { key, scheme, standIn = asRecorded }: Credential): Headers {
  const known = recorded.response?.status === 401 ? refused : standIn;
  const lines = recorded.request.headers
    .filter(([name]) => !isOfConnection(name))
    .map((line): Headers[number] => {
      const [recordedScheme, fingerprint = "", ...rest] = line[1].split(" ");
      if (!isAuthorization(line) || !isFingerprint(fingerprint) || rest.length > 0) return line;
      return [line[0], `${scheme ?? recordedScheme} ${key ?? known(fingerprint)}`];
    });
  if (!isBareBody(recorded)) return lines;
  return [...lines, ["Authorization", `${scheme ?? "Klaviyo-API-Key"} ${key ?? standIn(importedFingerprint)}`]];
}
