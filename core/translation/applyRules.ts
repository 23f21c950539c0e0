import type { Json } from "../json/json.ts";
import { type Endpoint, type EndpointId, endpoints } from "../klaviyo/endpoints.ts";
import { interpret } from "./interpret.ts";
import { Ledger, type LedgerOptions } from "./ledger.ts";
import { rulePlaces } from "./rulePlaces.ts";
import type { Translation, TranslationSettings } from "./translation.ts";

/** Runs the rules of an endpoint over a document; the ledger holds the provenance if it was asked to record. */
export function applyRules(
  endpoint: EndpointId,
  document: Json,
  { metrics }: TranslationSettings,
  record: LedgerOptions["record"],
): { translation: Translation; ledger: Ledger } {
  const { itemsPointer }: Endpoint = endpoints[endpoint];
  const ledger = new Ledger({ itemsPointer, record });
  const { calls: native, callItems } = interpret(rulePlaces[endpoint], document, ledger, metrics);
  const { leaves, leavesMapped } = ledger;
  return { translation: { endpoint, native, callItems, findings: ledger.findings(), leaves, leavesMapped }, ledger };
}
