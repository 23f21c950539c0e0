import { type DifferenceView, type ExchangeComparison, maxValueCharacters } from "../../../core/contract/comparison.ts";
import { compareExchanges } from "../../../core/exchange/compare/compareExchanges.ts";
import type { CompiledRules } from "../../../core/exchange/compare/compileRules.ts";
import type { Difference } from "../../../core/exchange/compare/difference.ts";
import { offerRules } from "../../../core/exchange/compare/offerRules.ts";
import type { Exchange } from "../../../core/exchange/exchange.ts";
import { type Json, stringifyJson } from "../../../core/json/json.ts";
import { isNativeSeen } from "./compareSessions.ts";

/** The text of a value as a row of a list shows it. */
export function valueText(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = stringifyJson(value, 1);
  return text.length > maxValueCharacters ? `${text.slice(0, maxValueCharacters)}…` : text;
}

/** A difference as a page shows it. */
export function differenceView(difference: Difference): DifferenceView {
  const { part, kind, pointer, left, right, rule } = difference;
  return {
    part,
    kind,
    pointer,
    left: valueText(left),
    right: valueText(right),
    rule,
    offers: rule === undefined ? offerRules(difference) : [],
  };
}

/** The comparison of two exchanges as a page shows it, without the exchanges' own summaries. */
export function comparisonView(
  left: Exchange,
  right: Exchange,
  rules: CompiledRules,
): Omit<ExchangeComparison, "left" | "right"> {
  const hasNativeCalls = isNativeSeen(left) && isNativeSeen(right);
  const { differences, ...figures } = compareExchanges(left, right, rules, { nativeRequests: hasNativeCalls });
  return { ...figures, differences: differences.map(differenceView), hasNativeCalls };
}
