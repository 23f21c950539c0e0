import { limits } from "./limits.ts";

/**
 * The four Klaviyo endpoints that the compat surface implements.
 * Source: Klaviyo OpenAPI revision 2026-07-15 (operations, scopes, limits in prose); Postscript's Klaviyo-compatible overview (statuses).
 */
export const endpointIds = ["events", "event-bulk-create-jobs", "profiles", "profile-bulk-import-jobs"] as const;

export type EndpointId = (typeof endpointIds)[number];

export interface Endpoint {
  readonly id: EndpointId;
  /** `data.type` of the request document. */
  readonly type: string;
  /** Scope the API key needs (Postscript, authentication). */
  readonly scope: "events:write" | "profiles:write";
  /** Status of success (assumed to be Klaviyo's). */
  readonly successStatus: 201 | 202;
  /** Largest decompressed body in bytes. */
  readonly maxBodyBytes: number;
  /** Pointer to the list of items of a bulk request. */
  readonly itemsPointer?: string;
}

export const endpoints = {
  events: {
    id: "events",
    type: "event",
    scope: "events:write",
    successStatus: 202,
    maxBodyBytes: limits.requestBytes.value,
  },
  "event-bulk-create-jobs": {
    id: "event-bulk-create-jobs",
    type: "event-bulk-create-job",
    scope: "events:write",
    successStatus: 202,
    maxBodyBytes: limits.requestBytes.value,
    itemsPointer: "/data/attributes/events-bulk-create/data",
  },
  profiles: {
    id: "profiles",
    type: "profile",
    scope: "profiles:write",
    successStatus: 201,
    maxBodyBytes: limits.profileRequestBytes.value,
  },
  "profile-bulk-import-jobs": {
    id: "profile-bulk-import-jobs",
    type: "profile-bulk-import-job",
    scope: "profiles:write",
    successStatus: 202,
    maxBodyBytes: limits.requestBytes.value,
    itemsPointer: "/data/attributes/profiles/data",
  },
} as const satisfies Record<EndpointId, Endpoint>;

export function isEndpointId(value: string): value is EndpointId {
  return Object.hasOwn(endpoints, value);
}

/** The endpoint whose request documents carry this `data.type`. */
export function endpointOfType(type: string): Endpoint | undefined {
  return Object.values<Endpoint>(endpoints).find((endpoint) => endpoint.type === type);
}
