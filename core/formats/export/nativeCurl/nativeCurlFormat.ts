import { curlCommand } from "../curl/curlCommand.ts";
import { scriptHead } from "../curl/curlScript.ts";
import { exchangeName } from "../exchangeName.ts";
import type { ExportChunk, ExportFormat } from "../exportFormat.ts";
import { createKeyNames } from "../keys/keyedText.ts";
import { originOf } from "../originOf.ts";
import { sentNativeRequest } from "../sentRequest.ts";

const keyVariable = "POSTSCRIPT_API_KEY";

/** A shell script that makes the native calls in their order: what an integration sends once it has moved. */
export const nativeCurlFormat: ExportFormat = {
  id: "native-curl",
  label: "curl, native form",
  extension: "sh",
  kind: "file",
  async *write(exchanges, { nativeUrl }): AsyncGenerator<ExportChunk, void, undefined> {
    const keys = createKeyNames(keyVariable);
    const origin = originOf(nativeUrl);
    yield { path: "", text: scriptHead(keyVariable, "Native calls that the recorded requests became") };
    let index = 0;
    for await (const { request, response, native } of exchanges) {
      index += 1;
      if (native.length === 0)
        yield { path: "", text: `\n# ${exchangeName(index, request, response)}: no native call\n` };
      for (const call of native) {
        const name = exchangeName(index, call.request, call.response);
        yield { path: "", text: `\n# ${name}\n${curlCommand(sentNativeRequest(call.request, keys), origin)}\n` };
      }
    }
  },
};
