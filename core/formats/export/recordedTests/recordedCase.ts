import type { Body, Exchange, Headers } from "../../../exchange/exchange.ts";
import { faultFindingCode } from "../../../faults/describeFaults.ts";
import { exchangeName } from "../exchangeName.ts";
import type { KeyNames } from "../keys/keyedText.ts";
import { type SentRequest, sentRequest } from "../sentRequest.ts";
import { findVolatile } from "../volatile/findVolatile.ts";
import { assertedHeaders } from "../volatile/volatilePlaces.ts";

/** What the answer to a case should be. */
interface ExpectedAnswer {
  readonly status: number;
  /** The headers that are asserted, by lower case name; values of a repeated one joined with ", ". */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

/** One line of a data file: what a generated test sends, and what it expects. */
export interface RecordedCase {
  readonly name: string;
  /** Why the case cannot be run. */
  readonly skip?: string;
  readonly request: SentRequest;
  /** null where nothing was answered. */
  readonly answer: ExpectedAnswer | null;
  /** Pointers into the answer whose text may differ. */
  readonly volatile: readonly string[];
}

function asserted(headers: Headers): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of assertedHeaders) {
    const values = headers.filter(([line]) => line.toLowerCase() === name).map(([, value]) => value);
    if (values.length > 0) found[name] = values.join(", ");
  }
  return found;
}

function reasonToSkip({ request, response, findings }: Exchange): string | undefined {
  if (findings.some(({ code }) => code === faultFindingCode)) return "Something was made to fail on purpose.";
  if (response === null) return "It was never answered.";
  if (request.method === "CONNECT") return "It asks for a tunnel.";
  if (response.status === 421) return "It was refused for the host that it named, which a test does not repeat.";
  return response.status === 429 ? "Whether a limit is reached depends on the pace." : undefined;
}

/** The case of an exchange, `index` from 1. */
export function recordedCase(exchange: Exchange, index: number, keys: KeyNames): RecordedCase {
  const { request, response } = exchange;
  const skip = reasonToSkip(exchange);
  return {
    name: exchangeName(index, request, response),
    ...(skip === undefined ? {} : { skip }),
    request: sentRequest(exchange, keys),
    answer: response && { status: response.status, headers: asserted(response.headers), body: response.body },
    volatile: findVolatile(exchange),
  };
}
