import type { Json } from "../json/json.ts";
import type { EndpointId } from "../klaviyo/endpoints.ts";
import { applyRules } from "./applyRules.ts";
import type { ExplainedTranslation, TranslationSettings } from "./translation.ts";

/** Translates and says for each leaf where it went: the same rules run by the same code as in `translate`, at a few times its cost. */
export function explain(endpoint: EndpointId, document: Json, settings: TranslationSettings): ExplainedTranslation {
  const { translation, ledger } = applyRules(endpoint, document, settings, true);
  return { ...translation, provenance: ledger.provenance() };
}
