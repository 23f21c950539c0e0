import { isJsonObject, parseJson } from "../../../json/json.ts";
import { type ImportedItem, type Importer, skipped } from "../importedRequest.ts";
import { syntaxReason } from "../jsonItems.ts";
import { largestItem } from "../largestItem.ts";
import { readKlaviyoDocument } from "../readKlaviyoDocument.ts";
import { textLines } from "../textLines.ts";
import { readExchangeLine } from "./readExchangeLine.ts";

function readLine(text: string, place: string): ImportedItem {
  const parsed = parseJson(text);
  if (!parsed.ok) return skipped(place, syntaxReason(text, parsed.message));
  const { value } = parsed;
  const isExchange = isJsonObject(value) && Object.hasOwn(value, "request");
  return isExchange ? readExchangeLine(value, place) : readKlaviyoDocument(value, place, text);
}

async function* read(chunks: AsyncIterable<string>): AsyncGenerator<ImportedItem> {
  for await (const { number, text } of textLines(chunks)) {
    const place = `line ${number}`;
    const line = number === 1 ? text?.replace(/^\uFEFF/, "") : text;
    if (line === undefined)
      yield skipped(place, `It is longer than ${largestItem.label}, which is more than any API takes. Remove it.`);
    else if (line.trim() !== "") yield readLine(line.trim(), place);
  }
}

/** Whether the first line is a JSON value of its own and another follows. */
function hasTwoLines(start: string): boolean {
  const [first = "", ...rest] = start.trimStart().split("\n", 50);
  return rest.some((line) => line.trim() !== "") && /^\{/.test(first) && parseJson(first).ok;
}

/** One JSON value a line: Klaviyo documents, and exchanges as the command line and the NDJSON export print them. Read line by line, in constant memory. */
export const ndjson: Importer = {
  id: "ndjson",
  label: "NDJSON: Klaviyo documents or exchanges, one a line",
  detect: (start, fileName) => /^\s*\{/.test(start) && (/\.(?:ndjson|jsonl)$/i.test(fileName) || hasTwoLines(start)),
  read,
};
