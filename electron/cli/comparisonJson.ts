import type { Comparison } from "../../core/exchange/compare/compareExchanges.ts";
import type { Difference } from "../../core/exchange/compare/difference.ts";
import { summariseComparison } from "../../core/exchange/compare/summariseComparison.ts";
import type { JsonObject } from "../../core/json/json.ts";

function differenceJson({ part, kind, pointer, left, right, rule }: Difference): JsonObject {
  return {
    part,
    kind,
    pointer,
    ...(left !== undefined && { left }),
    ...(right !== undefined && { right }),
    ...(rule !== undefined && { rule }),
  };
}

/** A comparison as the command line prints it; `excused` counts by equivalence rule. Numbers are exact. */
export function comparisonJson(comparison: Comparison): JsonObject {
  const { verdict, differences, excused, omitted } = comparison;
  return {
    verdict,
    summary: summariseComparison(comparison),
    differences: differences.filter(({ rule }) => rule === undefined).map(differenceJson),
    excused: { ...excused },
    omitted,
  };
}
