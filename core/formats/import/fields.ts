import { z } from "zod";
import { isRawNumber, numberText, type RawNumber } from "../../json/json.ts";

/** A number of a foreign file: also one that is written with more digits than JavaScript keeps ("12.50"). */
export const numberField = z
  .union([z.number(), z.custom<RawNumber>(isRawNumber)])
  .transform((value) => (typeof value === "number" ? value : Number(numberText(value))));

/** Text, or what stands for it in hand-made files: a number or a truth value as it is written. */
export const textField = z
  .union([z.string(), z.number(), z.boolean(), z.custom<RawNumber>(isRawNumber)])
  .transform((value) => (isRawNumber(value) ? numberText(value) : String(value)));

/** The first thing that is not as a format says, as "request/url: …". */
export function schemaReason({ issues }: z.ZodError): string {
  const [issue] = issues;
  const path = issue?.path.map(String).join("/") ?? "";
  return `${path === "" ? "It" : path} is not as the format says: ${(issue?.message ?? "unknown").replace(/^Invalid input: /, "")}.`;
}
