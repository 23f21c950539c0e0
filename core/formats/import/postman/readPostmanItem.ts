import type { JsonObject } from "../../../json/json.ts";
import { checkedItem } from "../checkedItem.ts";
import { type ImportedItem, skipped } from "../importedRequest.ts";
import { findExample } from "./postmanExample.ts";
import { type PostmanScope, readPostmanRequest } from "./postmanRequest.ts";
import { readVariables } from "./variables.ts";

/** Reads one request of a collection with its saved answer; broken examples come after it. */
export function readPostmanItem(item: JsonObject, scope: PostmanScope, place: string): ImportedItem[] {
  const own = { ...scope, variables: readVariables(item.variable, scope.variables) };
  const read = readPostmanRequest(item.request, own);
  if (!read.ok) return [skipped(place, read.reason)];
  const { host, request, notes } = read.resolved;
  const { response, durationMs, broken } = findExample(item.response, request, own, place);
  return [
    checkedItem({ kind: "request", place, host, request, response, at: undefined, durationMs, notes }),
    ...broken,
  ];
}
