/**
 * The translation core as a library: pure functions over JSON for any JavaScript runtime with `JSON.rawJSON` (Node 22, Chromium 114 or newer).
 *
 * `readRequest` takes the bytes of a Klaviyo request, `translate` makes native calls of its document, `explain` says which rule took each field where,
 * `respond` turns the native answers into Klaviyo's, `linkExchange` follows each field through all four. `docs/mapping.md` is made of the same rules.
 */
// biome-ignore-start lint/performance/noBarrelFile: a library needs one entry; nothing in this repository imports it.
export { type Json, parseJson, stringifyJson } from "./json/json.ts";
export { type EndpointId, endpointIds } from "./klaviyo/endpoints.ts";
export { type ReadRequest, readRequest } from "./klaviyo/readRequest.ts";
export type { NativeAnswer, NativeCall } from "./native/nativeCall.ts";
export { explain } from "./translation/explain.ts";
export type { Finding } from "./translation/finding.ts";
export { type FindingEntry, findingCatalogue } from "./translation/findingCatalogue.ts";
export type { Link } from "./translation/link.ts";
export { linkExchange } from "./translation/linkExchange.ts";
export { mappingDocument } from "./translation/mappingDocument.ts";
export { type KlaviyoResponse, type ResponseContext, respond } from "./translation/respond.ts";
export { findRule, type RuleText } from "./translation/rules/findRule.ts";
export { translate } from "./translation/translate.ts";
export type {
  ExplainedTranslation,
  MetricTable,
  ProvenanceEntry,
  Translation,
  TranslationSettings,
} from "./translation/translation.ts";
// biome-ignore-end lint/performance/noBarrelFile: a library needs one entry; nothing in this repository imports it.
