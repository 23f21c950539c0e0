import { z } from "zod";
import type { Json } from "../../../json/json.ts";
import { numberField, textField } from "../fields.ts";

/** The parts of a Postman collection (v2.0 and v2.1) that are read. Source: schema.postman.com, collection v2.1.0. */

/** A name with a value, as headers, parameters, variables and credentials are written; a disabled one is not sent. */
const pairSchema = z.object({
  key: textField.nullish(),
  /** Older variables have an id in place of a key. */
  id: textField.nullish(),
  value: z.unknown().optional(),
  disabled: z.boolean().nullish(),
});

export const pairsSchema = z.array(pairSchema);

const headersSchema = z.union([z.string(), z.array(z.union([pairSchema, z.string()]))]).nullish();

const urlPartsSchema = z.object({
  raw: z.string().nullish(),
  host: z.union([z.string(), z.array(z.string())]).nullish(),
  port: textField.nullish(),
  path: z.union([z.string(), z.array(z.union([z.string(), z.object({ value: z.string() })]))]).nullish(),
  query: pairsSchema.nullish(),
  variable: pairsSchema.nullish(),
});

const bodySchema = z.object({
  mode: z.string().nullish(),
  raw: z.string().nullish(),
  urlencoded: z.union([z.string(), pairsSchema]).nullish(),
  options: z.object({ raw: z.object({ language: z.string().nullish() }).nullish() }).nullish(),
  /** A file; `content` is base64 where the collection carries it. */
  file: z.union([z.string(), z.object({ content: z.string().nullish() })]).nullish(),
  disabled: z.boolean().nullish(),
});

export const postmanRequestSchema = z.object({
  url: z.union([z.string(), urlPartsSchema]).nullish(),
  method: z.string().nullish(),
  header: headersSchema,
  body: bodySchema.nullish(),
  auth: z.custom<Json>().nullish(),
});

export const postmanResponseSchema = z.object({
  name: z.string().nullish(),
  originalRequest: z.custom<Json>().nullish(),
  code: numberField.nullish(),
  header: headersSchema,
  body: z.string().nullish(),
  /** Not in the schema, which has no way to write bytes that are no text: this program adds it. */
  _encoding: z.string().nullish(),
  responseTime: z.union([numberField, z.string()]).nullish(),
});

export type PostmanPair = z.infer<typeof pairSchema>;
export type PostmanHeaders = z.infer<typeof headersSchema>;
export type PostmanUrl = z.infer<typeof urlPartsSchema> | string | null | undefined;
export type PostmanBody = z.infer<typeof bodySchema>;
export type PostmanResponse = z.infer<typeof postmanResponseSchema>;
