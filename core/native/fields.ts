import { z } from "zod";
import { isRawNumber, type Json, type JsonObject } from "../json/json.ts";

/** Any JSON value; numbers beyond double precision pass unharmed. */
const jsonSchema = z.custom<Json>((value) => value !== undefined);

function isFreeForm(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isRawNumber(value);
}

/** An object of any members. What was parsed as JSON needs no look at each member, and comes through as the very object it was. */
export const freeFormSchema = z.custom<JsonObject>(isFreeForm, "Invalid input: expected object");

const attribute = jsonSchema.optional();

/** Attributes of a native profile that have a place of their own; every other attribute is custom (names assumed: those of Klaviyo). */
export const attributesSchema = z.object({
  first_name: attribute,
  last_name: attribute,
  organization: attribute,
  title: attribute,
  locale: attribute,
  image: attribute,
  address1: attribute,
  address2: attribute,
  city: attribute,
  region: attribute,
  zip: attribute,
  country: attribute,
  timezone: attribute,
  ip: attribute,
  latitude: attribute,
  longitude: attribute,
});
export const standardAttributes = attributesSchema.keyof().options;
export type StandardAttribute = (typeof standardAttributes)[number];

/** What identifies a person natively; one is needed (Postscript, identifying users). */
export const identifierNames = ["email", "phone", "external_id"] as const;
export type IdentifierName = (typeof identifierNames)[number];

const standardAttributeNames: ReadonlySet<string> = new Set(standardAttributes);
const identifierNameSet: ReadonlySet<string> = new Set(identifierNames);

export function isIdentifierName(name: string): boolean {
  return identifierNameSet.has(name);
}

export function isStandardAttribute(name: string): boolean {
  return standardAttributeNames.has(name);
}
