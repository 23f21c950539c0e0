/** What the native API answers (assumed throughout, but for the form of an event's id). Times are ISO 8601 UTC. */
import type { Json, JsonObject } from "../json/json.ts";
import type { IdentifierName, StandardAttribute } from "./fields.ts";

/** Answer to `POST /v1/events` (201) and `GET /v1/events/{id}`. */
export interface EventResource {
  /** "evt_…" (documented) */
  readonly id: string;
  readonly event_type: string;
  readonly profile_id: string;
  /** The identifiers that the event was sent with. */
  readonly profile: { readonly [K in IdentifierName]?: string };
  readonly properties: JsonObject;
  readonly idempotency_key: string | null;
  readonly occurred_at: string;
  readonly created_at: string;
}

/** Answer to `POST /v1/profiles` (201), `POST /v1/profiles/upsert` and `GET /v1/profiles/{id}` (200): null when unset. */
export type ProfileResource = { readonly [K in IdentifierName]: string | null } & {
  readonly [K in StandardAttribute]: Json;
} & {
  /** "prof_…" */
  readonly id: string;
  /** Custom attributes, those of an upsert included. */
  readonly properties: JsonObject;
  readonly created_at: string;
  readonly updated_at: string;
};

/** Answer to `POST /v1/events/bulk` (202). */
export interface BulkEventsResource {
  /** "job_…" */
  readonly id: string;
  readonly status: "queued" | "completed";
  /** How many were recorded: not those whose idempotency keys are known (assumed). */
  readonly accepted: number;
}
