import { isJsonArray, isJsonNumber, type Json, numberText } from "../json/json.ts";
import { type Pointer, valueAt } from "../json/pointer.ts";
import { type Endpoint, type EndpointId, endpoints } from "./endpoints.ts";

/** One item of a request: what a list row shows of it, and where it stands in the document ("" where the request is the item). */
export interface RequestItem {
  readonly index: number;
  readonly pointer: Pointer;
  /** The metric, the person, "Placed Order and 2 more". */
  readonly title: string;
  /** The profile. */
  readonly subject: string;
}

function textAt(document: Json, pointer: Pointer): string | undefined {
  const value = valueAt(document, pointer);
  if (isJsonNumber(value)) return numberText(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

const identifierPointers = [
  "/attributes/email",
  "/attributes/phone_number",
  "/attributes/external_id",
  "/attributes/anonymous_id",
  "/attributes/_kx",
  "/id",
];

/** The identifiers of a profile resource, those first by which people know it. */
function identities(profile: Json): string[] {
  return identifierPointers.map((pointer) => textAt(profile, pointer)).filter((text) => text !== undefined);
}

type ItemLines = Pick<RequestItem, "title" | "subject">;

function profileLines(profile: Json): ItemLines {
  const names = [textAt(profile, "/attributes/first_name"), textAt(profile, "/attributes/last_name")];
  const name = names.filter((text) => text !== undefined).join(" ");
  const [title = "Profile", subject = ""] = name === "" ? identities(profile) : [name, ...identities(profile)];
  return { title, subject };
}

function metricName(event: Json): string {
  return textAt(event, "/attributes/metric/data/attributes/name") ?? "Event";
}

function eventSubject(holder: Json): string {
  return identities(valueAt(holder, "/attributes/profile/data") ?? null)[0] ?? "";
}

function entryLines(entry: Json): ItemLines {
  const events = valueAt(entry, "/attributes/events/data");
  const [first = null, ...more] = isJsonArray(events) ? events.slice(0, 2) : [];
  const others =
    more.length === 0 ? "" : ` and ${(isJsonArray(events) ? events.length - 1 : 0).toLocaleString("en-US")} more`;
  return { title: metricName(first) + others, subject: eventSubject(entry) };
}

/** How an item of each endpoint shows; the item of a single request is its `data`. */
const itemLines = {
  events: (event) => ({ title: metricName(event), subject: eventSubject(event) }),
  "event-bulk-create-jobs": entryLines,
  profiles: profileLines,
  "profile-bulk-import-jobs": profileLines,
} as const satisfies Record<EndpointId, (item: Json) => ItemLines>;

function itemsOf(endpoint: EndpointId, document: Json): readonly Json[] {
  const { itemsPointer }: Endpoint = endpoints[endpoint];
  const items = valueAt(document, itemsPointer ?? "/data");
  return isJsonArray(items) ? items : [items ?? null];
}

function describeItem(endpoint: EndpointId, item: Json, index: number): RequestItem {
  const { itemsPointer }: Endpoint = endpoints[endpoint];
  return { index, pointer: itemsPointer ? `${itemsPointer}/${index}` : "", ...itemLines[endpoint](item) };
}

/** How many items a request has: the entries of a bulk request, one of any other. */
export function countItems(endpoint: EndpointId, document: Json): number {
  return itemsOf(endpoint, document).length;
}

/** The item at an index, undefined past the last. */
export function itemAt(endpoint: EndpointId, document: Json, index: number): RequestItem | undefined {
  const item = itemsOf(endpoint, document)[index];
  return item === undefined ? undefined : describeItem(endpoint, item, index);
}

/** All items in order. An item of a bulk event request is an entry: one profile with its events. Takes any document, also one that was refused. */
export function listItems(endpoint: EndpointId, document: Json): RequestItem[] {
  return itemsOf(endpoint, document).map((item, index) => describeItem(endpoint, item, index));
}
