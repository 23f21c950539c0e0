import { exchangeName, orderNumber } from "../exchangeName.ts";
import type { ExportChunk, ExportFormat } from "../exportFormat.ts";
import { createRepetitions } from "../repeatedCalls.ts";
import { stubMapping } from "./stubMapping.ts";

/** Stubs of the native API for WireMock: its root folder, one mapping a native call. */
export const wiremockFormat: ExportFormat = {
  id: "wiremock",
  label: "WireMock stubs",
  extension: "json",
  kind: "folder",
  async *write(exchanges): AsyncGenerator<ExportChunk, void, undefined> {
    const repetitionOf = createRepetitions();
    let index = 0;
    for await (const { native } of exchanges) {
      for (const call of native) {
        index += 1;
        const { request, response } = call;
        const repetition = repetitionOf(JSON.stringify([request.method, request.path, request.body]));
        const mapping = stubMapping(call, exchangeName(index, request, response), repetition);
        yield { path: `mappings/${orderNumber(index)}.json`, text: `${JSON.stringify(mapping, null, 2)}\n` };
      }
    }
  },
};
