import type { Exchange } from "../exchange.ts";
import { type CompiledRules, excusingRule } from "./compileRules.ts";
import type { Difference, Part } from "./difference.ts";
import { type ComparedParts, differencesOf } from "./differencesOf.ts";
import { type Failure, failureOf } from "./failure.ts";

/** `failed`: a side failed in a way in which the other did not. `changed`: there are differences that no rule excuses. */
export const verdicts = ["same", "changed", "failed"] as const;
export type Verdict = (typeof verdicts)[number];

export interface CompareOptions extends ComparedParts {
  /** How many differences are kept for each of the two kinds, excused or not; all are counted. 1000 unless said otherwise. */
  readonly maxKept?: number;
}

/** What a comparison found. The figures count every difference, also those that are not kept. */
export interface Comparison {
  readonly verdict: Verdict;
  readonly failures: { readonly left?: Failure; readonly right?: Failure };
  /** In the order of the parts. Those that a rule excuses name it; the others are what makes the verdict. */
  readonly differences: readonly Difference[];
  /** How many differences are not excused, by part; parts without any are left out. */
  readonly counts: Readonly<Partial<Record<Part, number>>>;
  /** How many each rule excused. */
  readonly excused: Readonly<Record<string, number>>;
  /** How many differences were counted and not kept. */
  readonly omitted: number;
}

/** Counts differences and keeps the first of them. */
class Tally {
  readonly differences: Difference[] = [];
  readonly counts: Partial<Record<Part, number>> = {};
  /** Ids of rules start with a letter or digit, so that none is a name that objects inherit. */
  readonly excused = new Map<string, number>();
  omitted = 0;
  readonly #maxKept: number;
  readonly #kept = { excused: 0, counted: 0 };

  constructor(maxKept: number) {
    this.#maxKept = maxKept;
  }

  add(difference: Difference, rule: string | undefined): void {
    if (rule === undefined) this.counts[difference.part] = (this.counts[difference.part] ?? 0) + 1;
    else this.excused.set(rule, (this.excused.get(rule) ?? 0) + 1);
    const kind = rule === undefined ? "counted" : "excused";
    if (this.#kept[kind] >= this.#maxKept) this.omitted += 1;
    else {
      this.#kept[kind] += 1;
      this.differences.push(rule === undefined ? difference : { ...difference, rule });
    }
  }
}

function verdictOf(left: Failure | undefined, right: Failure | undefined, { counts }: Tally): Verdict {
  if (left !== right) return "failed";
  return Object.keys(counts).length > 0 ? "changed" : "same";
}

/**
 * Compares two exchanges part by part, the left one being what is expected. Header names have no case and no order, JSON members no order; bodies that are
 * not JSON are compared as text or bytes. `failed` takes precedence over `changed`, and no rule excuses it: a side has no answer, or a status of 500 or
 * above, or a native call without an answer, and the other does not fail alike. Two that fail alike are compared like any others.
 *
 * Compare bulk exchanges when their native calls are complete: those that are still to come count as removed.
 */
export function compareExchanges(
  left: Exchange,
  right: Exchange,
  rules: CompiledRules,
  { maxKept = 1000, ...compared }: CompareOptions = {},
): Comparison {
  const tally = new Tally(maxKept);
  for (const difference of differencesOf(left, right, rules, compared)) {
    tally.add(difference, excusingRule(rules, difference));
  }
  const isNativeSeen = compared.nativeRequests ?? true;
  const failureSeen = (exchange: Exchange) => failureOf(isNativeSeen ? exchange : { ...exchange, native: [] });
  const [leftFailure, rightFailure] = [failureSeen(left), failureSeen(right)];
  return {
    verdict: verdictOf(leftFailure, rightFailure, tally),
    failures: { ...(leftFailure && { left: leftFailure }), ...(rightFailure && { right: rightFailure }) },
    differences: tally.differences,
    counts: tally.counts,
    excused: Object.fromEntries(tally.excused),
    omitted: tally.omitted,
  };
}
