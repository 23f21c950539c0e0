import { stringifyJson } from "../../../../core/json/json.ts";
import { nativeEndpoints } from "../../../../core/native/nativeEndpoints.ts";
import { readBody } from "../../../../core/native/readBody.ts";
import { upsertBodySchema } from "../../../../core/native/schemas.ts";
import { identifiersOf, resolveProfile } from "../identity.ts";
import { answered, type Operation, refused } from "../operation.ts";
import { mergeAttributes, profileResource, storedAttributes } from "../profileResource.ts";

export const upsertProfile: Operation = (body, { tables, property, now }) => {
  const read = readBody(upsertBodySchema, body);
  if (!read.ok) return refused("validation_error", read);
  const identifiers = identifiersOf(read.value.identifiers);
  const resolution = resolveProfile(tables, property, identifiers, { now, replace: true });
  const attributes = mergeAttributes(storedAttributes(resolution.profile), read.value.attributes);
  const profile = { ...resolution.profile, attributes: stringifyJson(attributes), updatedAt: now };
  if (resolution.isNew) tables.insertProfile(property, profile);
  else tables.updateProfile(property, profile);
  return answered(nativeEndpoints.upsertProfile.successStatus, profileResource(profile));
};
