import { exchangeName } from "../exchangeName.ts";
import type { ExportChunk, ExportFormat } from "../exportFormat.ts";
import { createKeyNames } from "../keys/keyedText.ts";
import { originOf } from "../originOf.ts";
import { sentRequest } from "../sentRequest.ts";
import { curlCommand } from "./curlCommand.ts";
import { scriptHead } from "./curlScript.ts";

const keyVariable = "KLAVIYO_API_KEY";

/** A shell script that sends the Klaviyo requests in their order. */
export const curlFormat: ExportFormat = {
  id: "curl",
  label: "curl, Klaviyo form",
  extension: "sh",
  kind: "file",
  async *write(exchanges, { compatUrl }): AsyncGenerator<ExportChunk, void, undefined> {
    const keys = createKeyNames(keyVariable);
    const origin = originOf(compatUrl);
    yield { path: "", text: scriptHead(keyVariable, "Klaviyo requests as they were recorded") };
    let index = 0;
    for await (const exchange of exchanges) {
      index += 1;
      const name = exchangeName(index, exchange.request, exchange.response);
      yield { path: "", text: `\n# ${name}\n${curlCommand(sentRequest(exchange, keys), origin)}\n` };
    }
  },
};
