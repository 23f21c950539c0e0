import { freeObject, looseObject, names, orEmptyList } from "./fields.ts";

const patchPropertiesSchema = orEmptyList(
  looseObject({
    append: freeObject({ title: "Append", description: "Values to add to list properties, by property." }).optional(),
    unappend: freeObject({
      title: "Remove",
      description: "Values to take out of list properties, by property.",
    }).optional(),
    unset: names({ title: "Unset", description: "Names of properties to remove, one or a list." }).optional(),
  }).meta({ title: "Patch properties", description: "Changes to properties that exist. Has no native counterpart." }),
).nullish();

const patchIdentifiersSchema = orEmptyList(
  looseObject({
    append: freeObject({ title: "Append", description: "Secondary email addresses to add." }).optional(),
    unappend: freeObject({ title: "Remove", description: "Secondary email addresses to take away." }).optional(),
  }).meta({ title: "Patch identifiers", description: "Secondary email addresses. Has no native counterpart." }),
).nullish();

/** `meta` of a profile; Klaviyo has moved it in and out of `attributes` with its revisions, so both places take it. */
export const metaSchema = orEmptyList(
  looseObject({ patch_properties: patchPropertiesSchema, patch_identifiers: patchIdentifiersSchema }).meta({
    title: "Meta",
    description: "Changes to data the profile has already. Has no native counterpart.",
  }),
).nullish();
