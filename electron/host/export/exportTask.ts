import { z } from "zod";
import { exportRequestSchema } from "../../../core/contract/exports.ts";

/** What the thread of an export is told to do: it ends when that is done. */
export const exportTaskSchema = z.object({
  dataDir: z.string(),
  request: exportRequestSchema,
  /** Of the surfaces of this workbench. */
  origin: z.string(),
  /** Where to write; a preview when absent. */
  folder: z.string().optional(),
});
export type ExportTask = z.infer<typeof exportTaskSchema>;

/** How many exchanges the thread has learned what to mask from, and written. */
export interface ExportProgress {
  readonly learned: number;
  readonly written: number;
}
