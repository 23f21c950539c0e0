/** The members of Klaviyo's entities, so that a rule cannot name a field there is not. Source: Klaviyo OpenAPI, revision 2026-07-15. */
import type { Json, JsonObject } from "../../json/json.ts";

interface ProfileMeta {
  readonly patch_properties: Json;
  readonly patch_identifiers: Json;
}

export interface KlaviyoEvent {
  readonly type: string;
  readonly attributes: {
    readonly metric: {
      readonly data: {
        readonly type: string;
        readonly attributes: { readonly name: string; readonly service: string };
      };
    };
    readonly properties: JsonObject;
    readonly time: string;
    readonly value: number;
    readonly value_currency: string;
    readonly unique_id: string;
    readonly backfill: boolean;
  };
}

export interface KlaviyoProfile {
  readonly type: string;
  readonly id: string;
  readonly attributes: {
    readonly email: string;
    readonly phone_number: string;
    readonly external_id: string;
    readonly anonymous_id: string;
    readonly _kx: string;
    readonly first_name: string;
    readonly last_name: string;
    readonly organization: string;
    readonly title: string;
    readonly locale: string;
    readonly image: string;
    readonly location: {
      readonly address1: string;
      readonly address2: string;
      readonly city: string;
      readonly region: string;
      readonly zip: string;
      readonly country: string;
      readonly timezone: string;
      readonly ip: string;
      readonly latitude: string | number;
      readonly longitude: string | number;
    };
    readonly properties: JsonObject;
    /** Inside the attributes for an event's profile, beside them elsewhere; both are taken everywhere. */
    readonly meta: ProfileMeta;
  };
  readonly meta: ProfileMeta;
}

/** One profile with its events, in a bulk request. */
export interface KlaviyoBulkEntry {
  readonly type: string;
  readonly attributes: { readonly backfill: boolean };
}

export interface KlaviyoList {
  readonly type: string;
  readonly id: string;
}
