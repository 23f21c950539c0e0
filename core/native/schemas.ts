/**
 * Bodies that the native API takes. Members it does not know are ignored (assumed).
 * Source: Postscript's getting-started, identifying-users and migration pages; what they leave open is marked assumed.
 */
import { z } from "zod";
import { attributesSchema, freeFormSchema, type IdentifierName } from "./fields.ts";

const identifierShape = {
  email: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+$/, "Invalid email address")
    .nullish(),
  phone: z
    .string()
    .regex(/^\+[1-9]\d{1,14}$/, "Invalid phone number, expected E.164 format")
    .nullish(),
  external_id: z.string().min(1).nullish(),
};

/** ISO 8601 with a zone, in every form that Klaviyo takes (assumed). */
const dateTime = z
  .string()
  .regex(
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d+)?)?(Z|[+-]([01]\d|2[0-3])(:?[0-5]\d)?)$/i,
    "Invalid date-time",
  );

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
  idempotency_key: z.string().min(1).optional(),
  occurred_at: dateTime.optional(),
});
export type EventBody = z.infer<typeof eventBodySchema>;

/** `POST /v1/events/bulk` (path and body assumed). */
export const bulkEventsBodySchema = z.object({ events: z.array(eventBodySchema) });

/** `POST /v1/profiles`: identifiers, standard attributes and `properties` side by side (assumed). */
export const profileBodySchema = z
  .object({ ...identifierShape, ...attributesSchema.shape, properties: freeFormSchema.optional() })
  .refine(hasIdentifier, needsIdentifier);
export type ProfileBody = z.infer<typeof profileBodySchema>;

/** `POST /v1/profiles/upsert`. Attributes are standard or custom; null clears one (assumed). */
export const upsertBodySchema = z.object({ identifiers: identifiersSchema, attributes: freeFormSchema });
