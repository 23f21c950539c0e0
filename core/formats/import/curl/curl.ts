import { type PlacedCurl, parseCurls } from "../../curl/parseCurls.ts";
import { checkedItem } from "../checkedItem.ts";
import { type ImportedItem, type Importer, skipped } from "../importedRequest.ts";
import { wholeText } from "../wholeText.ts";

function toItem({ line, read, note }: PlacedCurl): ImportedItem {
  const place = `line ${line}`;
  if (!read.ok) return skipped(place, read.message);
  const { host, method, path, headers, body } = read.request;
  const request = { method, path, headers, body };
  return checkedItem({
    kind: "request",
    place,
    host,
    request,
    response: undefined,
    at: undefined,
    durationMs: undefined,
    notes: note === undefined ? [] : [note],
  });
}

async function* read(chunks: AsyncIterable<string>): AsyncGenerator<ImportedItem> {
  const text = await wholeText(chunks);
  if (typeof text !== "string") {
    yield text;
    return;
  }
  let isEmpty = true;
  for (const placed of parseCurls(text)) {
    isEmpty = false;
    yield toItem(placed);
  }
  if (isEmpty) yield skipped("whole file", "There is no curl command in this text.");
}

/** Curl commands in the quoting of bash, PowerShell or cmd.exe: one, or a script of many. Nothing in it is run. */
export const curl: Importer = {
  id: "curl",
  label: "curl commands",
  detect: (start) => !/^\s*[{[]/.test(start) && /(?<![\w.-])curl(?:\.exe)?\s/i.test(start),
  read,
};
