import { pointerTokens } from "../../../../core/json/pointer.ts";
import type { Place } from "../../../../core/translation/link.ts";

const envelope = new Set(["data", "attributes"]);

/**
 * A field in the words of the documentation: "profile.phone_number" for "/data/attributes/profile/data/attributes/phone_number". JSON:API's envelope
 * is left out, in properties nothing is; of a native field the number of its call.
 */
export function fieldPath(place: Place): string {
  return fieldName(place) ?? "the whole body";
}

/** The same; undefined for a place that is no field but the request as such. */
export function fieldName({ pane, pointer }: Place): string | undefined {
  const tokens = pointerTokens(pointer);
  if (pane.startsWith("native")) return tokens.slice(1).join(".") || undefined;
  const free = tokens.indexOf("properties");
  const path = tokens.filter((token, index) => !envelope.has(token) || (free >= 0 && index > free));
  return path.join(".") || undefined;
}
