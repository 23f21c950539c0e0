import type { PointerPattern } from "../../pattern/pointerPattern.ts";
import type { MaskedKind } from "../maskedKinds.ts";

/** The bodies a place is in: those of the compat surface (request and answer), or those of the native calls (request and answer). */
export type MaskedDocument = "klaviyo" | "native";

/** Where a body has a person. */
export interface PersonPlace {
  readonly document: MaskedDocument;
  readonly pattern: PointerPattern;
  /** Requests and answers that have it. */
  readonly where: string;
}

/** A field of a person, below its place. `kind: null` stands for a field that looks personal by its name and is not. */
export interface MaskedField {
  readonly document: MaskedDocument;
  readonly below: PointerPattern;
  readonly kind: MaskedKind | null;
  readonly why: string;
}

export const personPlaces = [
  { document: "klaviyo", pattern: "/data/attributes/profile/data", where: "events: request and answer" },
  {
    document: "klaviyo",
    pattern: "/data/attributes/events-bulk-create/data/*/attributes/profile/data",
    where: "event-bulk-create-jobs: each entry",
  },
  { document: "klaviyo", pattern: "/data", where: "profiles: request and answer" },
  {
    document: "klaviyo",
    pattern: "/data/attributes/profiles/data/*",
    where: "profile-bulk-import-jobs: each profile",
  },
  { document: "native", pattern: "", where: "POST /v1/profiles: request and answer; the answer to an upsert" },
  { document: "native", pattern: "/profile", where: "POST /v1/events: request and answer" },
  { document: "native", pattern: "/events/*/profile", where: "POST /v1/events/bulk: each event" },
  { document: "native", pattern: "/identifiers", where: "POST /v1/profiles/upsert" },
  { document: "native", pattern: "/attributes", where: "POST /v1/profiles/upsert" },
  { document: "native", pattern: "/data/*", where: "GET /v1/profiles: each profile" },
  { document: "native", pattern: "/data/*/profile", where: "GET /v1/events: each event" },
] as const satisfies readonly PersonPlace[];

const identifies = "identifies a person";
const names = "names a person";
const locates = "tells where a person lives or works";

/** What is masked unless a pattern keeps it. Country, region, time zone and locale stay: many share them, and answers depend on them. */
export const maskedFields = [
  { document: "klaviyo", below: "/attributes/email", kind: "email", why: identifies },
  { document: "klaviyo", below: "/attributes/phone_number", kind: "phone", why: identifies },
  { document: "klaviyo", below: "/attributes/external_id", kind: "id", why: identifies },
  { document: "klaviyo", below: "/attributes/anonymous_id", kind: "id", why: "follows a visitor over sessions" },
  { document: "klaviyo", below: "/attributes/_kx", kind: "id", why: "Klaviyo resolves it to a person" },
  { document: "klaviyo", below: "/attributes/first_name", kind: "name", why: names },
  { document: "klaviyo", below: "/attributes/last_name", kind: "name", why: names },
  { document: "klaviyo", below: "/attributes/organization", kind: "address", why: locates },
  { document: "klaviyo", below: "/attributes/image", kind: "link", why: "shows a person" },
  { document: "klaviyo", below: "/attributes/location/address1", kind: "address", why: locates },
  { document: "klaviyo", below: "/attributes/location/address2", kind: "address", why: locates },
  { document: "klaviyo", below: "/attributes/location/city", kind: "address", why: locates },
  { document: "klaviyo", below: "/attributes/location/zip", kind: "address", why: locates },
  { document: "klaviyo", below: "/attributes/location/ip", kind: "ip", why: identifies },
  { document: "klaviyo", below: "/attributes/location/latitude", kind: "coordinate", why: locates },
  { document: "klaviyo", below: "/attributes/location/longitude", kind: "coordinate", why: locates },
  { document: "klaviyo", below: "/attributes/meta/patch_identifiers/**/email", kind: "email", why: identifies },
  { document: "klaviyo", below: "/meta/patch_identifiers/**/email", kind: "email", why: identifies },
  { document: "native", below: "/email", kind: "email", why: identifies },
  { document: "native", below: "/phone", kind: "phone", why: identifies },
  { document: "native", below: "/external_id", kind: "id", why: identifies },
  { document: "native", below: "/first_name", kind: "name", why: names },
  { document: "native", below: "/last_name", kind: "name", why: names },
  { document: "native", below: "/organization", kind: "address", why: locates },
  { document: "native", below: "/image", kind: "link", why: "shows a person" },
  { document: "native", below: "/address1", kind: "address", why: locates },
  { document: "native", below: "/address2", kind: "address", why: locates },
  { document: "native", below: "/city", kind: "address", why: locates },
  { document: "native", below: "/zip", kind: "address", why: locates },
  { document: "native", below: "/ip", kind: "ip", why: identifies },
  { document: "native", below: "/latitude", kind: "coordinate", why: locates },
  { document: "native", below: "/longitude", kind: "coordinate", why: locates },
] as const satisfies readonly MaskedField[];

/**
 * Single places. Klaviyo's own profile id is masked in requests of events and bulk imports, where it comes from Klaviyo; ids that this side made (`evt_…`,
 * `prof_…`, `job_…`) stay: they name nobody outside and tie requests to answers.
 */
export const maskedPlaces = [
  {
    document: "klaviyo",
    pattern: "/data/attributes/profile/data/id",
    kind: "id",
    why: "Klaviyo's id of a person",
  },
  {
    document: "klaviyo",
    pattern: "/data/attributes/events-bulk-create/data/*/attributes/profile/data/id",
    kind: "id",
    why: "Klaviyo's id of a person",
  },
  {
    document: "klaviyo",
    pattern: "/data/attributes/profiles/data/*/id",
    kind: "id",
    why: "Klaviyo's id of a person",
  },
  { document: "klaviyo", pattern: "/**/metric/data/attributes/name", kind: null, why: "names a metric" },
] as const satisfies readonly (Omit<PersonPlace, "where"> & Pick<MaskedField, "kind" | "why">)[];
