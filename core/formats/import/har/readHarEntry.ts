import type { Headers } from "../../../exchange/exchange.ts";
import type { Json } from "../../../json/json.ts";
import { splitAddress } from "../../curl/splitAddress.ts";
import { checkedItem } from "../checkedItem.ts";
import { schemaReason } from "../fields.ts";
import { type ImportedItem, type ImportedResponse, skipped } from "../importedRequest.ts";
import { isoTime } from "../isoTime.ts";
import { requestBody, responseBody } from "./harBody.ts";
import { type HarEntry, type HarHeader, harEntrySchema } from "./harEntry.ts";

function headerLines(headers: readonly HarHeader[] | null | undefined): Headers {
  // ":authority" and the like are HTTP/2's way to write the request line; they are no headers.
  return (headers ?? []).filter(({ name }) => !name.startsWith(":")).map(({ name, value }) => [name, value ?? ""]);
}

/**
 * HAR keeps the content after its codings were undone, so that a header that tells of one would be wrong. The HAR of this program keeps it as it was sent; its
 * entries have a member `_exchange`.
 */
const codingHeaders: ReadonlySet<string> = new Set(["content-encoding", "transfer-encoding"]);

function withoutCoding(lines: Headers): Headers {
  return lines.filter(([name]) => !codingHeaders.has(name.toLowerCase()));
}

type ReadResponse =
  | { readonly ok: true; readonly response: ImportedResponse | undefined }
  | { readonly ok: false; readonly reason: string };

function readResponse({ response, _exchange }: HarEntry): ReadResponse {
  if (!response || response.status === 0 || response._error) return { ok: true, response: undefined };
  const read = responseBody(response.content);
  if (!read.ok) return read;
  const lines = headerLines(response.headers);
  const headers = _exchange == null ? withoutCoding(lines) : lines;
  return { ok: true, response: { status: response.status, headers, body: read.body } };
}

const apiPath = /^\/+(?:klaviyo\/v1|api|client|v1)(?:[/?]|$)/;
/** Klaviyo's, and names and addresses that are no public ones. */
const apiHost = /^(?:a\.klaviyo\.com|[^.]*|\d+(?:\.\d+){3}|\[.*\])(?::\d+)?$/;

/** A browser's HAR is mostly of pages, scripts and other services. The HAR of this program has what was sent to a workbench, whatever its address. */
function foreignReason({ request, _exchange }: HarEntry): string | undefined {
  const { host = "", path } = splitAddress(request.url);
  if (_exchange != null || apiHost.test(host) || apiPath.test(path)) return undefined;
  return `It went to ${host}, which is no address of either API. Nothing to do.`;
}

/** Why an entry is no HTTP request that could be sent again. */
function refusal({ request: { method, url }, _resourceType }: HarEntry): string | undefined {
  const scheme = /^([a-z][a-z0-9+.-]{0,30}):/i.exec(url)?.[1]?.toLowerCase() ?? "";
  if (_resourceType === "websocket" || scheme === "ws" || scheme === "wss") {
    return "It is a WebSocket, which is no request of the API. Nothing to do.";
  }
  if (method.toUpperCase() === "CONNECT") return "It only opens a tunnel (CONNECT) for other requests. Nothing to do.";
  if (scheme !== "http" && scheme !== "https") {
    return `Its address starts with ${JSON.stringify(url.slice(0, 20))}: only http and https addresses are requests that can be sent again.`;
  }
  return undefined;
}

/** Reads one entry of a HAR. What is missing counts as empty; what is of another type makes the entry broken, with its place. */
export function readHarEntry(value: Json, place: string): ImportedItem {
  const parsed = harEntrySchema.safeParse(value);
  if (!parsed.success)
    return skipped(place, `${schemaReason(parsed.error)} Correct the entry or export the HAR again.`);
  const entry = parsed.data;
  const refused = refusal(entry) ?? foreignReason(entry);
  if (refused !== undefined) return skipped(place, refused);
  const body = requestBody(entry.request.postData);
  if (!body.ok) return skipped(place, body.reason);
  const answer = readResponse(entry);
  if (!answer.ok) return skipped(place, answer.reason);
  const { host, path } = splitAddress(entry.request.url);
  const { method, _path } = entry.request;
  const lines = headerLines(entry.request.headers);
  // A text that another program wrote is no packed body, whatever its header says. In the HAR of this program it is what was sent, which may be refused for that.
  const headers = entry._exchange == null && typeof body.body === "string" ? withoutCoding(lines) : lines;
  return checkedItem({
    kind: "request",
    place,
    host,
    request: { method, path: _path ?? path, headers, body: body.body },
    response: answer.response,
    at: isoTime(entry.startedDateTime),
    durationMs: entry.time != null && entry.time >= 0 ? entry.time : undefined,
    notes: [],
  });
}
