import { isJsonObject, type Json, type JsonObject, parseJson } from "../../../core/json/json.ts";
import { isStandardAttribute, standardAttributes } from "../../../core/native/fields.ts";
import type { StoredProfile } from "../store/sandboxTables.ts";

const allUnset: JsonObject = Object.fromEntries(standardAttributes.map((name) => [name, null]));

/** A stored profile as the native API returns it. Its stored attributes are standard ones side by side with `properties`, set ones only. */
export function profileResource(profile: StoredProfile): JsonObject {
  return {
    id: profile.id,
    email: profile.email,
    phone: profile.phone,
    external_id: profile.externalId,
    ...allUnset,
    properties: {},
    ...storedAttributes(profile),
    created_at: profile.createdAt,
    updated_at: profile.updatedAt,
  };
}

export function storedAttributes({ attributes }: StoredProfile): JsonObject {
  const parsed = parseJson(attributes);
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : {};
}

/** Standard attributes stand side by side, custom ones in `properties`. Null clears (assumed). */
export function mergeAttributes(current: JsonObject, change: JsonObject): JsonObject {
  const standard = Object.entries(change).filter(([name]) => isStandardAttribute(name));
  const custom = Object.entries(change).filter(([name]) => !isStandardAttribute(name));
  const properties = isJsonObject(current.properties) ? current.properties : {};
  return { ...withSet(current, standard), properties: withSet(properties, custom) };
}

/** Unset attributes are not stored; they come back as null. */
export function withoutNulls(attributes: { readonly [name: string]: Json | undefined }): JsonObject {
  const set: Record<string, Json> = {};
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined && value !== null) set[name] = value;
  return set;
}

function withSet(current: JsonObject, change: readonly (readonly [string, Json])[]): JsonObject {
  const merged = new Map(Object.entries(current));
  for (const [name, value] of change) {
    if (value === null) merged.delete(name);
    else merged.set(name, value);
  }
  return Object.fromEntries(merged);
}
