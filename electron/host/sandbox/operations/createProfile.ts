import { type JsonObject, stringifyJson } from "../../../../core/json/json.ts";
import { nativeEndpoints } from "../../../../core/native/nativeEndpoints.ts";
import { readBody } from "../../../../core/native/readBody.ts";
import { profileBodySchema } from "../../../../core/native/schemas.ts";
import { bestMatch, identifiersOf, newProfile } from "../identity.ts";
import { answered, type Operation, refused } from "../operation.ts";
import { profileResource, withoutNulls } from "../profileResource.ts";

/** Creates only: a profile that has any of the identifiers is a conflict, which names it (assumed). */
export const createProfile: Operation = (body, { tables, property, now }) => {
  const read = readBody(profileBodySchema, body);
  if (!read.ok) return refused("validation_error", read);
  const { email, phone, external_id, properties, ...attributes } = read.value;
  const identifiers = identifiersOf({ email, phone, external_id });
  const existing = bestMatch(tables.findProfiles(property, identifiers), identifiers);
  if (existing) return refused("conflict", { profileId: existing.id });

  const stored: JsonObject = { ...withoutNulls(attributes), properties: properties ?? {} };
  const profile = { ...newProfile(identifiers, now), attributes: stringifyJson(stored) };
  tables.insertProfile(property, profile);
  return answered(nativeEndpoints.createProfile.successStatus, profileResource(profile));
};
