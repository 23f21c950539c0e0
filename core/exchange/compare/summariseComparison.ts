import type { Comparison, Verdict } from "./compareExchanges.ts";
import { type Difference, type Part, parts } from "./difference.ts";
import type { Failure } from "./failure.ts";

const partNames: Readonly<Record<Exclude<Part, "status">, string>> = {
  "response-header": "header",
  "response-body": "answer",
  "native-request": "native call",
  "native-response": "native answer",
};

const failureTexts: Readonly<Record<Failure, string>> = {
  "no-answer": "no answer",
  "server-error": "a server error",
  "native-unanswered": "a native call without answer",
};

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}

function statusText(status: Difference): string {
  return `status ${status.left ?? "none"} → ${status.right ?? "none"}`;
}

function failureText({ failures: { left, right } }: Comparison): string {
  if (right && left) return `${failureTexts[right]} (left: ${failureTexts[left]})`;
  return right ? failureTexts[right] : left ? `answered, where the left has ${failureTexts[left]}` : "";
}

function partText(comparison: Comparison, part: Part): string[] {
  const count = comparison.counts[part];
  if (!count) return [];
  const first = comparison.differences.find((difference) => difference.part === part && difference.rule === undefined);
  if (part === "status") return first ? [statusText(first)] : [];
  const differences = counted(count, `${partNames[part]} difference`);
  return [count === 1 && first ? `${differences} at ${first.pointer || "the whole body"}` : differences];
}

/**
 * A comparison in one line for a table of results: "same, 5 excused", "status 202 → 400, 3 answer differences",
 * "no answer, status 202 → none".
 */
export function summariseComparison(comparison: Comparison): string {
  const excused = Object.values(comparison.excused).reduce((sum, count) => sum + count, 0);
  const lead =
    comparison.verdict === "same" ? ["same"] : comparison.verdict === "failed" ? [failureText(comparison)] : [];
  const texts = [...lead, ...parts.flatMap((part) => partText(comparison, part))];
  if (excused > 0) texts.push(`${excused.toLocaleString("en-US")} excused`);
  return texts.join(", ");
}

/** The figures of many comparisons. */
export interface ComparisonTotals extends Readonly<Record<Verdict, number>> {
  readonly total: number;
  /** How many differences each rule excused. */
  readonly excused: Readonly<Record<string, number>>;
  /** How many exchanges have a difference that no rule excuses, by part. */
  readonly changedParts: Readonly<Partial<Record<Part, number>>>;
}

/** Counts comparisons as they come; keeps none of them. */
export function totalComparisons(comparisons: Iterable<Comparison>): ComparisonTotals {
  const totals = { total: 0, same: 0, changed: 0, failed: 0 };
  const excused = new Map<string, number>();
  const changedParts: Partial<Record<Part, number>> = {};
  for (const comparison of comparisons) {
    totals.total += 1;
    totals[comparison.verdict] += 1;
    for (const [rule, count] of Object.entries(comparison.excused)) {
      excused.set(rule, (excused.get(rule) ?? 0) + count);
    }
    for (const part of parts) if (comparison.counts[part]) changedParts[part] = (changedParts[part] ?? 0) + 1;
  }
  return { ...totals, excused: Object.fromEntries(excused), changedParts };
}
