import { z } from "zod";
import { numberField } from "../fields.ts";

/** The parts of HAR 1.2 that are read, leniently: what may be missing in files of real programs may be missing here. Source: HAR 1.2 (Odvarko). */
const headerSchema = z.object({ name: z.string(), value: z.string().nullish() });

const paramSchema = z.object({
  name: z.string(),
  value: z.string().nullish(),
  fileName: z.string().nullish(),
});

const postDataSchema = z.object({
  mimeType: z.string().nullish(),
  text: z.string().nullish(),
  params: z.array(paramSchema).nullish(),
  /** Not in HAR 1.2, which has no way to write bytes that are no text: what some programs, and this one, add. */
  encoding: z.string().nullish(),
  _encoding: z.string().nullish(),
});

const requestSchema = z.object({
  method: z.string(),
  url: z.string(),
  headers: z.array(headerSchema).nullish(),
  postData: postDataSchema.nullish(),
  /** The path as it was sent, where this program had to escape it to write an address. */
  _path: z.string().nullish(),
});

const contentSchema = z.object({ text: z.string().nullish(), encoding: z.string().nullish() });

const responseSchema = z.object({
  status: numberField,
  headers: z.array(headerSchema).nullish(),
  content: contentSchema.nullish(),
  /** Chromium: why there is no answer; null or "" where there is one. */
  _error: z.string().nullish(),
});

export const harEntrySchema = z.object({
  startedDateTime: z.string().nullish(),
  time: numberField.nullish(),
  request: requestSchema,
  response: responseSchema.nullish(),
  /** Chromium: "websocket", "fetch". */
  _resourceType: z.string().nullish(),
  /** This program: the exchange that the entry was made of. */
  _exchange: z.unknown().optional(),
});

export type HarEntry = z.infer<typeof harEntrySchema>;
export type HarPostData = z.infer<typeof postDataSchema>;
export type HarResponse = z.infer<typeof responseSchema>;
export type HarHeader = z.infer<typeof headerSchema>;
