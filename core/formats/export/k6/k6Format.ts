import type { Exchange } from "../../../exchange/exchange.ts";
import type { ExportChunk, ExportFormat } from "../exportFormat.ts";
import { joined } from "../joined.ts";
import { createKeyNames, type KeyNames } from "../keys/keyedText.ts";
import { originOf } from "../originOf.ts";
import { sentRequest } from "../sentRequest.ts";
import { k6Script } from "./k6Script.ts";
import { createPace } from "./pace.ts";

/** What one iteration sends. `name` groups figures: by endpoint, since a name for each request would be a series of its own. */
function k6Request(exchange: Exchange, keys: KeyNames): object {
  const { method, path, headers, body } = sentRequest(exchange, keys);
  return { name: exchange.endpoint, method, path, headers, body, status: exchange.response?.status ?? 0 };
}

async function* requests(
  exchanges: AsyncIterable<Exchange>,
  note: (at: string) => void,
): AsyncGenerator<string, void, undefined> {
  const keys = createKeyNames("KLAVIYO_API_KEY");
  for await (const exchange of exchanges) {
    note(exchange.at);
    yield JSON.stringify(k6Request(exchange, keys));
  }
}

/** A load test for k6: a script with the recorded pace as stages, and the requests as data beside it. */
export const k6Format: ExportFormat = {
  id: "k6",
  label: "k6 load test",
  extension: "js",
  kind: "folder",
  async *write(exchanges, { compatUrl }): AsyncGenerator<ExportChunk, void, undefined> {
    const pace = createPace();
    const path = "requests.json";
    yield { path, text: "[\n" };
    for await (const text of joined(requests(exchanges, pace.add), ",\n")) yield { path, text };
    yield { path, text: "\n]\n" };
    yield { path: "script.js", text: k6Script(pace.steps(), originOf(compatUrl)) };
  },
};
