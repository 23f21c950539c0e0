import type { Json } from "../json/json.ts";
import { pointerTokens } from "../json/pointer.ts";
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
  record: "nothing" | "everything" | { readonly item: number },
): { translation: Translation; ledger: Ledger } {
  const { itemsPointer }: Endpoint = endpoints[endpoint];
  const depth = itemsPointer === undefined ? undefined : pointerTokens(itemsPointer).length;
  const ledger = new Ledger({ isBulk: depth !== undefined, record: recorded(record, depth) });
  const native = interpret(rulePlaces[endpoint], document, ledger, metrics);
  const { leaves, leavesMapped } = ledger;
  return { translation: { endpoint, native, findings: ledger.findings(), leaves, leavesMapped }, ledger };
}

function recorded(
  record: "nothing" | "everything" | { readonly item: number },
  depth: number | undefined,
): LedgerOptions["record"] {
  if (typeof record === "string") return record;
  return depth === undefined ? "everything" : { ...record, depth };
}
