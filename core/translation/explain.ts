import type { Json } from "../json/json.ts";
import type { EndpointId } from "../klaviyo/endpoints.ts";
import { applyRules } from "./applyRules.ts";
import type { ExplainedTranslation, TranslationSettings } from "./translation.ts";

/**
 * Translates and says for each leaf where it went: the same rules run by the same code as in `translate`, at a few times its cost. With `item`, the
 * provenance is that of one item of a bulk request and of what stands outside the items; the rest is always of the whole.
 */
export function explain(
  endpoint: EndpointId,
  document: Json,
  settings: TranslationSettings,
  item?: number,
): ExplainedTranslation {
  const { translation, ledger } = applyRules(
    endpoint,
    document,
    settings,
    item === undefined ? "everything" : { item },
  );
  return { ...translation, provenance: ledger.provenance() };
}
