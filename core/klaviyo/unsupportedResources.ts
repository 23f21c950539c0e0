const nativeApi = "use the Native API";
const nativeOrDashboard = "use the dashboard or the Native API";
const metrics = "events are mapped to Postscript event types; their names are in GET /v1/events of the Native API";
const upsert =
  "use POST /api/profiles, POST /api/profile-bulk-import-jobs, or POST /v1/profiles/upsert of the Native API";
const consent = "subscriptions and consent are not part of it; use the Native API";
const serverSide = "use the server-side endpoint POST /api/{name} with a private key";
const jobs = "a job is complete when it is accepted; read the result with the Native API";

/**
 * What the compat surface does not offer, by the start of the resource's path, longest first where one begins with another. Documented by
 * Postscript's Klaviyo-compatible overview: catalog, campaigns, lists and segments, metrics. The others are assumed.
 */
const alternatives: readonly (readonly [start: string, alternative: string])[] = [
  ["catalog", nativeApi],
  ["campaign", nativeOrDashboard],
  ["lists", nativeApi],
  ["segments", nativeApi],
  ["metric", metrics],
  ["flows", nativeOrDashboard],
  ["templates", nativeOrDashboard],
  ["profile-import", upsert],
  ["profile-subscription-bulk", consent],
  ["profile-suppression-bulk", consent],
  ["profiles/", "use GET /v1/profiles/{id} of the Native API"],
  ["events/", "use GET /v1/events/{id} of the Native API"],
  ["profile-bulk-import-jobs/", jobs],
  ["event-bulk-create-jobs/", jobs],
  ["client/events", serverSide.replace("{name}", "events")],
  ["client/event-bulk-create", serverSide.replace("{name}", "event-bulk-create-jobs")],
  ["client/profiles", serverSide.replace("{name}", "profiles")],
  ["client/", "use the server-side endpoints with a private key"],
  ["track", "Klaviyo has retired this call; use POST /api/events"],
  ["identify", "Klaviyo has retired this call; use POST /api/profiles"],
];

const generic =
  "only POST /api/events, /api/event-bulk-create-jobs, /api/profiles and /api/profile-bulk-import-jobs are; for all else use the Native API";

/** Where an unsupported resource is to be had instead, as a phrase without a full stop. `resource` is a path without its base ("lists/abc"). */
export function alternativeTo(resource: string): string {
  return alternatives.find(([start]) => resource.startsWith(start))?.[1] ?? generic;
}
