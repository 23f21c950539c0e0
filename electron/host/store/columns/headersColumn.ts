import { z } from "zod";
import { type Headers, headersSchema } from "../../../../core/exchange/exchange.ts";

export function headersColumn(headers: Headers): string {
  return headers.length === 0 ? "[]" : JSON.stringify(headers);
}

/** Header lines out of their column. */
export const headersColumnSchema = z.string().transform((text): Headers => headersSchema.parse(JSON.parse(text)));
