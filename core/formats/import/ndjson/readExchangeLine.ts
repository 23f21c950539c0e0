import { z } from "zod";
import { requestSchema, responseSchema } from "../../../exchange/exchange.ts";
import type { Json } from "../../../json/json.ts";
import { checkedItem } from "../checkedItem.ts";
import { numberField, schemaReason } from "../fields.ts";
import { type ImportedItem, skipped } from "../importedRequest.ts";
import { isoTime } from "../isoTime.ts";

/** What of a recorded exchange is told again when it is imported; the translation is made anew. */
const exchangeLineSchema = z.object({
  request: requestSchema,
  response: responseSchema.extend({ status: numberField }).nullish(),
  at: z.string().nullish(),
  durationMs: numberField.nullish(),
});

/** A line that this program printed of an exchange. */
export function readExchangeLine(value: Json, place: string): ImportedItem {
  const parsed = exchangeLineSchema.safeParse(value);
  if (!parsed.success)
    return skipped(place, `${schemaReason(parsed.error)} Print the exchanges again, or correct the line.`);
  const { request, response, at, durationMs } = parsed.data;
  return checkedItem({
    kind: "request",
    place,
    host: undefined,
    request,
    response: response ?? undefined,
    at: isoTime(at),
    durationMs: durationMs != null && durationMs >= 0 ? durationMs : undefined,
    notes: [],
  });
}
