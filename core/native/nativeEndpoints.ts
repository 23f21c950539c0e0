import type { Scope } from "../contract/settings.ts";
import type { Basis } from "./basis.ts";

/** One endpoint of the native API, `path` below its host; `{id}` stands for one path segment. */
export interface NativeEndpoint {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly scope: Scope;
  readonly successStatus: 200 | 201 | 202;
  readonly basis: Basis;
}

/** Source: Postscript's getting-started, identifying-users and authentication pages. The statuses are assumed. */
export const nativeEndpoints = {
  createEvent: {
    method: "POST",
    path: "/v1/events",
    scope: "events:write",
    successStatus: 201,
    basis: "documented",
  },
  createEvents: {
    method: "POST",
    path: "/v1/events/bulk",
    scope: "events:write",
    successStatus: 202,
    basis: "assumed",
  },
  createProfile: {
    method: "POST",
    path: "/v1/profiles",
    scope: "profiles:write",
    successStatus: 201,
    basis: "documented",
  },
  upsertProfile: {
    method: "POST",
    path: "/v1/profiles/upsert",
    scope: "profiles:write",
    successStatus: 200,
    basis: "documented",
  },
  listEvents: { method: "GET", path: "/v1/events", scope: "events:read", successStatus: 200, basis: "assumed" },
  getEvent: { method: "GET", path: "/v1/events/{id}", scope: "events:read", successStatus: 200, basis: "assumed" },
  listProfiles: { method: "GET", path: "/v1/profiles", scope: "profiles:read", successStatus: 200, basis: "assumed" },
  getProfile: {
    method: "GET",
    path: "/v1/profiles/{id}",
    scope: "profiles:read",
    successStatus: 200,
    basis: "assumed",
  },
} as const satisfies Record<string, NativeEndpoint>;
export type NativeEndpointId = keyof typeof nativeEndpoints;
