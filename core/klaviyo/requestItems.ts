import { isJsonArray, isJsonNumber, type Json, numberText } from "../json/json.ts";
import { type Pointer, pointerTokens, valueAt, valueAtTokens } from "../json/pointer.ts";
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

function textAt(document: Json, tokens: readonly string[]): string | undefined {
  const value = valueAtTokens(document, tokens);
  if (isJsonNumber(value)) return numberText(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Places within an item, read from ten thousand items of one request and so taken apart once. */
const places = {
  firstName: pointerTokens("/attributes/first_name"),
  lastName: pointerTokens("/attributes/last_name"),
  metricName: pointerTokens("/attributes/metric/data/attributes/name"),
  profile: pointerTokens("/attributes/profile/data"),
  events: pointerTokens("/attributes/events/data"),
};
const identifierPlaces = ["email", "phone_number", "external_id", "anonymous_id", "_kx"]
  .map((name) => ["attributes", name])
  .concat([["id"]]);

/** The identifiers of a profile resource, those first by which people know it. */
function identities(profile: Json): string[] {
  return identifierPlaces.map((place) => textAt(profile, place)).filter((text) => text !== undefined);
}

/** By what a request on one profile names it; nothing for a bulk request. */
export function identifiersOf(endpoint: EndpointId, document: Json): string[] {
  const { itemsPointer }: Endpoint = endpoints[endpoint];
  if (itemsPointer !== undefined) return [];
  const data = valueAt(document, "/data") ?? null;
  return identities(endpoint === "events" ? (valueAtTokens(data, places.profile) ?? null) : data);
}

type ItemLines = Pick<RequestItem, "title" | "subject">;

function profileLines(profile: Json): ItemLines {
  const names = [textAt(profile, places.firstName), textAt(profile, places.lastName)];
  const name = names.filter((text) => text !== undefined).join(" ");
  const [title = "Profile", subject = ""] = name === "" ? identities(profile) : [name, ...identities(profile)];
  return { title, subject };
}

function metricName(event: Json): string {
  return textAt(event, places.metricName) ?? "Event";
}

function eventSubject(holder: Json): string {
  return identities(valueAtTokens(holder, places.profile) ?? null)[0] ?? "";
}

function entryLines(entry: Json): ItemLines {
  const events = valueAtTokens(entry, places.events);
  const count = isJsonArray(events) ? events.length : 0;
  const first = isJsonArray(events) ? events[0] : undefined;
  const others = count > 1 ? ` and ${(count - 1).toLocaleString("en-US")} more` : "";
  return { title: metricName(first ?? null) + others, subject: eventSubject(entry) };
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

/** Which item of a bulk request a field is part of; undefined for a field of none. */
export function itemIndexAt(endpoint: EndpointId, pointer: Pointer): number | undefined {
  const { itemsPointer }: Endpoint = endpoints[endpoint];
  if (itemsPointer === undefined || !pointer.startsWith(`${itemsPointer}/`)) return undefined;
  const index = Number(pointer.slice(itemsPointer.length + 1).split("/", 1)[0]);
  return Number.isInteger(index) ? index : undefined;
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
