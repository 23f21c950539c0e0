import type { ExchangeItem } from "../../../../core/contract/exchangeView.ts";
import type { EndpointId } from "../../../../core/klaviyo/endpoints.ts";
import type { MetricTable } from "../../../../core/translation/translation.ts";

/** What a draft is judged by. `now` is ISO 8601; `item` is the item of a bulk request that is looked at. */
export interface DraftInput {
  readonly endpoint: EndpointId;
  readonly text: string;
  readonly metrics: MetricTable;
  readonly now: string;
  readonly item: number;
}

/** Where the text stops being JSON, in characters from its start, and why. */
export interface SyntaxFault {
  readonly offset: number;
  readonly message: string;
}

/** What the compat surface would make of a draft. */
export interface DraftAnalysis {
  readonly endpoint: EndpointId;
  /** The status of the refusal; undefined when the request would be taken. */
  readonly refusedWith: number | undefined;
  readonly syntaxFault: SyntaxFault | undefined;
  /** The request and its native calls, as far as rules know it; `requestBody` is left empty, for the editor has it. */
  readonly item: ExchangeItem;
  /** How many items a bulk request has; 1 otherwise. */
  readonly items: number;
  /** Of the whole request, not of the item alone. */
  readonly nativeCalls: number;
  readonly leaves: number;
  readonly leavesMapped: number;
  /** How many findings of the whole request are not listed: those of other items. */
  readonly otherFindings: number;
}
