/**
 * Bodies that the native API takes. Members it does not know are ignored (assumed).
 * Source: Postscript's getting-started, identifying-users and migration pages; what they leave open is marked assumed.
 */
import { z } from "zod";
import { eventTimeMs } from "./eventTime.ts";
import { attributesSchema, freeFormSchema, type IdentifierName } from "./fields.ts";
import { isEmailAddress, isPhoneNumber } from "./identifierFormats.ts";

/** What names something is kept as UTF-8, which has no place for half of a surrogate pair: two names could become one (assumed). */
const name = z
  .string()
  .min(1)
  .refine((text) => text.isWellFormed(), "Invalid text: it has half of a surrogate pair");

/** An email and a phone number have the form that the compat surface asks for (E.164 documented, the rest assumed). */
const identifierShape = {
  email: z.string().refine(isEmailAddress, "Invalid email address").nullish(),
  phone: z.string().refine(isPhoneNumber, "Invalid phone number, expected E.164 format").nullish(),
  external_id: name.nullish(),
};

const zone = /[T ].+(?:Z|[+-]\d{2}(?::?\d{2})?)$/i;

/** ISO 8601 with a zone, in every form that Klaviyo takes, of a date and time that there are (assumed). */
const dateTime = z.string().refine((text) => zone.test(text) && eventTimeMs(text) !== undefined, "Invalid date-time");

/** The documented refusal of a profile without identifiers; its `field` is "email" wherever the profile stands. */
const missingIdentifier = {
  message: "Profile must include email, phone, or external_id",
  field: "email",
} as const;

const needsIdentifier = { message: missingIdentifier.message, params: { field: missingIdentifier.field } };

function hasIdentifier(profile: { readonly [K in IdentifierName]?: string | null | undefined }): boolean {
  return Boolean(profile.email || profile.phone || profile.external_id);
}

/** `{email?, phone?, external_id?}`, at least one of them. */
const identifiersSchema = z
  .object(identifierShape)
  .nullish()
  .transform((identifiers) => identifiers ?? {})
  .refine(hasIdentifier, needsIdentifier);

/** `POST /v1/events`. `occurred_at` is an assumed name. */
export const eventBodySchema = z.object({
  event_type: z.string().min(1),
  profile: identifiersSchema,
  properties: freeFormSchema.optional(),
  idempotency_key: name.optional(),
  occurred_at: dateTime.optional(),
});
export type EventBody = z.infer<typeof eventBodySchema>;

/** Of one request, as on the compat surface (assumed): all of them are recorded in one step, in which nobody else is answered. */
const mostEvents = 1000;

/** `POST /v1/events/bulk` (path and body assumed). */
export const bulkEventsBodySchema = z.object({
  events: z
    .array(z.unknown())
    .max(mostEvents, `A request must not contain more than ${mostEvents} events`)
    .pipe(z.array(eventBodySchema)),
});

/** `POST /v1/profiles`: identifiers, standard attributes and `properties` side by side (assumed). */
export const profileBodySchema = z
  .object({ ...identifierShape, ...attributesSchema.shape, properties: freeFormSchema.optional() })
  .refine(hasIdentifier, needsIdentifier);
export type ProfileBody = z.infer<typeof profileBodySchema>;

/** `POST /v1/profiles/upsert`. Attributes are standard or custom; null clears one (assumed). */
export const upsertBodySchema = z.object({ identifiers: identifiersSchema, attributes: freeFormSchema });
