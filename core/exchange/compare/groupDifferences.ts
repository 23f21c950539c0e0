import type { PointerPattern } from "../pattern/pointerPattern.ts";
import type { Comparison } from "./compareExchanges.ts";
import type { Difference, Part } from "./difference.ts";
import { placePattern } from "./placeRule.ts";

/** Differences of one form of place that one rule excuses, or that none does. */
export interface DifferenceGroup<Pair> {
  readonly part: Part;
  /** "" gathers what has no group of its own because there are too many. */
  readonly pattern: PointerPattern;
  readonly rule: string | undefined;
  readonly times: number;
  /** In how many pairs of exchanges. */
  readonly exchanges: number;
  /** The first of them, and where it is. */
  readonly example: Difference;
  readonly pair: Pair;
}

interface Gathering<Pair> extends DifferenceGroup<Pair> {
  readonly index: number;
  times: number;
  exchanges: number;
}

/** Groups of more forms than this are gathered under the part alone. */
const mostGroups = 10_000;

/** Gathers the differences of many comparisons, so that a thousand exchanges with the same difference are one line. Keeps one example of each group. */
export class DifferenceGroups<Pair> {
  readonly #groups = new Map<string, Gathering<Pair>>();

  /** Answers with the indices of the groups that the comparison is in. */
  add(comparison: Comparison, pair: Pair): number[] {
    const indices = new Set<number>();
    for (const difference of comparison.differences) {
      const group = this.#groupOf(difference, pair);
      group.times += 1;
      if (!indices.has(group.index)) group.exchanges += 1;
      indices.add(group.index);
    }
    return [...indices];
  }

  /** By index. */
  all(): DifferenceGroup<Pair>[] {
    return [...this.#groups.values()].map(({ part, pattern, rule, times, exchanges, example, pair }) => ({
      part,
      pattern,
      rule,
      times,
      exchanges,
      example,
      pair,
    }));
  }

  #groupOf(difference: Difference, pair: Pair): Gathering<Pair> {
    const { part, rule } = difference;
    const own = placePattern(difference);
    const nameOf = (pattern: PointerPattern) => `${part} ${rule ?? ""} ${pattern}`;
    const pattern = this.#groups.has(nameOf(own)) || this.#groups.size < mostGroups ? own : "";
    const known = this.#groups.get(nameOf(pattern));
    if (known) return known;
    const index = this.#groups.size;
    const group = { part, pattern, rule, times: 0, exchanges: 0, example: difference, pair, index };
    this.#groups.set(nameOf(pattern), group);
    return group;
  }
}
