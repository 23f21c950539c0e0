import { type Endpoint, type EndpointId, endpoints } from "../../../../core/klaviyo/endpoints.ts";

/** Which item of a bulk request a field is part of; undefined for a field of none. */
export function itemIndexAt(endpoint: EndpointId | undefined, pointer: string | undefined): number | undefined {
  if (endpoint === undefined || pointer === undefined) return undefined;
  const { itemsPointer }: Endpoint = endpoints[endpoint];
  if (itemsPointer === undefined || !pointer.startsWith(`${itemsPointer}/`)) return undefined;
  const index = Number(pointer.slice(itemsPointer.length + 1).split("/")[0]);
  return Number.isInteger(index) ? index : undefined;
}
