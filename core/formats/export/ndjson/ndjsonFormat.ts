import type { ExportFormat } from "../exportFormat.ts";

/** One exchange a line, as the command `exchanges` prints them. */
export const ndjsonFormat: ExportFormat = {
  id: "ndjson",
  label: "NDJSON",
  extension: "ndjson",
  kind: "file",
  async *write(exchanges) {
    for await (const exchange of exchanges) yield { path: "", text: `${JSON.stringify(exchange)}\n` };
  },
};
