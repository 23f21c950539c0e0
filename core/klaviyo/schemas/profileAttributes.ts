import type { z } from "zod";
import { isEmailAddress, isPhoneNumber } from "../../native/identifierFormats.ts";
import { limits } from "../limits.ts";
import {
  boundedText,
  type FieldText,
  formattedText,
  freeObject,
  holder,
  orEmptyList,
  resource,
  strictObject,
  text,
  wellFormed,
} from "./fields.ts";
import { locationSchema } from "./location.ts";
import { metaSchema } from "./meta.ts";

const line = (title: string, description: string, example: string) =>
  text({ title, description, examples: [example] }).optional();

const email: FieldText = {
  title: "Email",
  description: "Email address. Identifies the profile natively.",
  examples: ["jane.doe@example.com"],
};
const phoneNumber: FieldText = {
  title: "Phone number",
  description: "Phone number in E.164 form. Natively `phone`, an identifier.",
  examples: ["+15005550006"],
};
const externalId: FieldText = {
  title: "External id",
  description: "Your own id of this person, up to 255 characters. Identifies the profile natively.",
  examples: ["cust_123"],
};

/** Fields that all four endpoints take (Klaviyo API reference; `anonymous_id` is taken everywhere, if not listed everywhere). */
const commonFields = {
  email: formattedText(email, "invalid-email", isEmailAddress).optional(),
  phone_number: formattedText(phoneNumber, "invalid-phone", isPhoneNumber).optional(),
  external_id: wellFormed(boundedText(externalId, limits.externalIdCharacters)).optional(),
  anonymous_id: line("Anonymous id", "Klaviyo's id of an unknown visitor. Has no native counterpart.", "b2f1c09c"),
  first_name: line("First name", "Given name.", "Jane"),
  last_name: line("Last name", "Family name.", "Doe"),
  organization: line("Organization", "Company or organization the person works for.", "Example Corporation"),
  title: line("Job title", "The person's job title.", "Regional Manager"),
  image: line("Image", "Address of a picture.", "https://images.example.com/jane.png"),
  locale: line("Locale", "Language tag (BCP 47).", "en-US"),
  location: locationSchema,
  properties: freeObject({
    title: "Properties",
    description: "Custom properties of the profile. Natively they are attributes.",
  }).optional(),
};

const attributesText = { title: "Profile attributes", description: "Who it is, and what is known of them." };

/** Attributes of a profile that is created on its own: no `_kx`, no `meta`. */
export const createProfileAttributesSchema = orEmptyList(strictObject(commonFields).meta(attributesText));

const exchangeId = line("Exchange id", "Klaviyo's id from email and SMS links. Has no native counterpart.", "MjAyNA==");

/** A profile named by an event or in a bulk request, with `meta` inside or beside its attributes. */
export const profileResourceSchema = resource("profile", {
  id: text({
    title: "Klaviyo id",
    description: "Klaviyo's own id of the profile. Has no native counterpart.",
  }).optional(),
  attributes: orEmptyList(strictObject({ ...commonFields, _kx: exchangeId, meta: metaSchema }).meta(attributesText)),
  meta: metaSchema,
});

export type ProfileResource = z.infer<typeof profileResourceSchema>;

export const profileHolderSchema = holder(profileResourceSchema, {
  title: "Profile",
  description: "The person, by at least one of email, phone_number and external_id.",
});
