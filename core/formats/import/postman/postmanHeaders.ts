import type { Headers } from "../../../exchange/exchange.ts";
import type { PostmanHeaders } from "./postmanSchemas.ts";
import { valueText } from "./variables.ts";

function readLine(line: string): Headers {
  const colon = line.indexOf(":");
  return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]] : [];
}

/** Header lines of a list of pairs or of text; disabled ones are not sent. */
export function postmanHeaders(headers: PostmanHeaders): Headers {
  if (typeof headers === "string") return headers.split("\n").flatMap(readLine);
  return (headers ?? []).flatMap((header): Headers => {
    if (typeof header === "string") return readLine(header);
    return header.disabled || !header.key ? [] : [[header.key.trim(), valueText(header.value).trim()]];
  });
}
