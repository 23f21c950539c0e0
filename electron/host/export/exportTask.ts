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

/** What the thread says. `value` is what the task ends with; the message of a fault is user text. */
export type ExportThreadMessage =
  | { readonly kind: "progress"; readonly learned: number; readonly written: number }
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "failed"; readonly message: string };
