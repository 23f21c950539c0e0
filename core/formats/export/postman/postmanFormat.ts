import type { Exchange } from "../../../exchange/exchange.ts";
import type { ExportChunk, ExportFormat } from "../exportFormat.ts";
import { joined } from "../joined.ts";
import { createKeyNames, type KeyNames } from "../keys/keyedText.ts";
import { originOf } from "../originOf.ts";
import { postmanItem } from "./postmanItem.ts";

const schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

async function* items(exchanges: AsyncIterable<Exchange>, keys: KeyNames): AsyncGenerator<string, void, undefined> {
  let index = 0;
  for await (const exchange of exchanges) {
    index += 1;
    yield JSON.stringify(postmanItem(exchange, index, keys));
  }
}

/** The variables of a collection; the value of a key is for the person to fill in. */
function variables(baseUrl: string, keys: KeyNames): object[] {
  const names = keys.names().length === 0 ? ["apiKey"] : keys.names();
  return [
    { key: "baseUrl", value: baseUrl, type: "string" },
    ...names.map((key) => ({ key, value: "", type: "string", description: "A Postscript API key." })),
  ];
}

/** A Postman collection 2.1 of the Klaviyo requests. */
export const postmanFormat: ExportFormat = {
  id: "postman",
  label: "Postman 2.1",
  extension: "postman_collection.json",
  kind: "file",
  async *write(exchanges, { session, compatUrl }): AsyncGenerator<ExportChunk, void, undefined> {
    const keys = createKeyNames("apiKey", "");
    const info = { name: session.name, description: "Recorded by Compat Workbench.", schema };
    yield { path: "", text: `{"info":${JSON.stringify(info)},"item":[\n` };
    for await (const text of joined(items(exchanges, keys), ",\n")) yield { path: "", text };
    yield { path: "", text: `\n],"variable":${JSON.stringify(variables(originOf(compatUrl), keys))}}\n` };
  },
};
