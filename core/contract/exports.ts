import { z } from "zod";
import { readPointerPattern } from "../exchange/pattern/pointerPattern.ts";
import { type ExportFormatName, exportFormats } from "../formats/export/exportFormats.ts";
import { maskedCountSchema } from "./jobs.ts";

/** Where the page finds what an export wrote: a GET of this with the id of the job behind it. */
export const exportsPath = "/exports";

const formatNames = Object.keys(exportFormats) as ExportFormatName[];

const patternSchema = z
  .string()
  .max(500)
  .superRefine((text, context) => {
    const read = readPointerPattern(text);
    if (!read.ok) context.addIssue({ code: "custom", message: `${read.message} (at character ${read.at + 1})` });
  });

/** What is to be written, and how. */
export const exportRequestSchema = z.object({
  session: z.string(),
  /** One exchange instead of the whole session. */
  exchange: z.string().optional(),
  filter: z.string().default(""),
  format: z.enum(formatNames),
  /** Personal data becomes pseudonyms, but for `keep`, and `alsoMask` too. */
  isMasked: z.boolean(),
  alsoMask: z.array(patternSchema).max(100),
  keep: z.array(patternSchema).max(100),
  /** Draws the pseudonyms. Random, and new for each export but its own preview: whoever has it can test guesses of originals. It is kept nowhere. */
  secret: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** A file as it will be written, from its beginning. */
const previewedFileSchema = z.object({
  /** Within the folder; "" where the export is a single file. */
  path: z.string(),
  text: z.string(),
  /** There is more of it than is shown. */
  isCut: z.boolean(),
});
export type PreviewedFile = z.infer<typeof previewedFileSchema>;

/** A value that became a pseudonym. */
const maskedValueSchema = z.object({
  /** Number of the exchange in its session. */
  seq: z.int(),
  /** "Klaviyo request", "Native request 2". */
  message: z.string(),
  /** A pointer into the body, "path", or "header" and its name. */
  place: z.string(),
  before: z.string(),
  after: z.string(),
});
export type MaskedValue = z.infer<typeof maskedValueSchema>;

export const exportPreviewSchema = z.object({
  files: z.array(previewedFileSchema),
  /** How many exchanges `files` is written from, how many were looked through for personal data, and how many there are. */
  written: z.int(),
  learned: z.int(),
  total: z.int(),
  /** What was masked in those that were written; null where nothing is to be masked. */
  masked: z
    .object({ counts: z.array(maskedCountSchema), values: z.array(maskedValueSchema), moreValues: z.int() })
    .nullable(),
});
export type ExportPreview = z.infer<typeof exportPreviewSchema>;
