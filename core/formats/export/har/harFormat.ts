import type { Exchange } from "../../../exchange/exchange.ts";
import type { ExportChunk, ExportContext, ExportFormat } from "../exportFormat.ts";
import { joined } from "../joined.ts";
import { originOf } from "../originOf.ts";
import { harRequest, harResponse } from "./harMessage.ts";

interface Origins {
  readonly compat: string;
  readonly native: string;
}

/** The native calls and the findings have no place in HAR; members that start with "_" are its way to more. */
function harEntry(exchange: Exchange, { compat, native }: Origins): object {
  const { id, seq, at, origin, parent, endpoint, request, response, findings, durationMs } = exchange;
  return {
    startedDateTime: at,
    time: durationMs,
    request: harRequest(request, compat),
    response: harResponse(response),
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
    _native: exchange.native.map((call) => ({
      time: call.durationMs,
      request: harRequest(call.request, native),
      response: call.response && harResponse(call.response),
    })),
    _findings: findings,
    _exchange: { id, seq, endpoint, origin, parent },
  };
}

async function* entries(exchanges: AsyncIterable<Exchange>, origins: Origins): AsyncGenerator<string, void, undefined> {
  for await (const exchange of exchanges) yield JSON.stringify(harEntry(exchange, origins));
}

function originsOf({ compatUrl, nativeUrl }: ExportContext): Origins {
  return { compat: originOf(compatUrl), native: originOf(nativeUrl) };
}

/** HAR 1.2 of the Klaviyo side. Source: the HTTP Archive format, version 1.2. */
export const harFormat: ExportFormat = {
  id: "har",
  label: "HAR 1.2",
  extension: "har",
  kind: "file",
  async *write(exchanges, context): AsyncGenerator<ExportChunk, void, undefined> {
    const creator = { name: "Compat Workbench", version: context.version };
    const head = JSON.stringify({ version: "1.2", creator, comment: context.session.name });
    yield { path: "", text: `{"log":${head.slice(0, -1)},"entries":[\n` };
    for await (const text of joined(entries(exchanges, originsOf(context)), ",\n")) yield { path: "", text };
    yield { path: "", text: "\n]}}\n" };
  },
};
