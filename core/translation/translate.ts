import type { Json } from "../json/json.ts";
import type { EndpointId } from "../klaviyo/endpoints.ts";
import { applyRules } from "./applyRules.ts";
import type { Translation, TranslationSettings } from "./translation.ts";

/**
 * Translates a Klaviyo document into native calls, with a finding for each leaf that is lost, changed or assumed. Never throws and leaves the
 * document alone: one that `readRequest` would refuse is translated as far as the rules know it.
 *
 * In a bulk request an assumption or advice is given once for all fields that it fits, with their number; lost and changed fields always one by one.
 */
export function translate(endpoint: EndpointId, document: Json, settings: TranslationSettings): Translation {
  return applyRules(endpoint, document, settings, "nothing").translation;
}
