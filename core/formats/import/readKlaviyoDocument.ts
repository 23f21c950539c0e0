import type { Json } from "../../json/json.ts";
import { valueAt } from "../../json/pointer.ts";
import { endpointOfType, endpoints } from "../../klaviyo/endpoints.ts";
import { checkedItem } from "./checkedItem.ts";
import { type ImportedItem, skipped } from "./importedRequest.ts";

const types = Object.values(endpoints)
  .map(({ type }) => `"${type}"`)
  .join(", ");

/** A bare Klaviyo document as the request that sends it: to the endpoint that its `data.type` names, its text unchanged. */
export function readKlaviyoDocument(value: Json, place: string, text: string): ImportedItem {
  const type = valueAt(value, "/data/type");
  const endpoint = typeof type === "string" ? endpointOfType(type) : undefined;
  if (!endpoint) {
    return skipped(
      place,
      `It is no document of Klaviyo's API: data.type has to be one of ${types}. Correct it, or remove it from the file.`,
    );
  }
  return checkedItem({
    kind: "request",
    place,
    host: undefined,
    request: {
      method: "POST",
      path: `/klaviyo/v1/api/${endpoint.id}`,
      headers: [["Content-Type", "application/vnd.api+json"]],
      body: text,
    },
    response: undefined,
    at: undefined,
    durationMs: undefined,
    notes: [],
  });
}
