import type { RetranslatedExchange } from "../../../core/contract/comparison.ts";
import { retranslate, type TranslationDifference } from "../../../core/exchange/compare/retranslate.ts";
import type { Exchange } from "../../../core/exchange/exchange.ts";
import type { Finding } from "../../../core/translation/finding.ts";
import type { MetricTable } from "../../../core/translation/translation.ts";
import { decodedBody } from "./compareSessions.ts";
import { valueText } from "./comparisonView.ts";

type TranslationDifferenceView = RetranslatedExchange["differences"][number];

export function translationDifferenceView(difference: TranslationDifference): TranslationDifferenceView {
  const { kind, pointer, left, right, rules } = difference;
  return { kind, pointer, left: valueText(left), right: valueText(right), rules: [...rules] };
}

const placeOf = ({ code, pointer, message }: Finding) => ({ code, pointer, message });

/** What the present rules and a metric table would change in an exchange; `nativePending` of its native calls are not recorded yet. */
export function retranslationView(
  exchange: Exchange,
  nativePending: number,
  metrics: MetricTable,
): RetranslatedExchange {
  const body = decodedBody(exchange);
  const { differences, omitted, newFindings, goneFindings } = retranslate(
    { exchange, body, nativePending },
    { metrics },
  );
  return {
    differences: differences.map(translationDifferenceView),
    omitted,
    newFindings: newFindings.map(placeOf),
    goneFindings: goneFindings.map(placeOf),
  };
}
