import { comparisonHtml, type ReportedExchange } from "../../../../core/exchange/compare/comparisonHtml.ts";
import { DifferenceGroups } from "../../../../core/exchange/compare/groupDifferences.ts";
import type { SessionDifference } from "../../../host/compare/compareSessions.ts";
import { lineOf } from "./lineOf.ts";

/** A page with more is beyond reading; all are counted and grouped. */
const mostExchanges = 1000;

/** Gathers a comparison for a page to read. */
export class HtmlReport {
  readonly #left: string;
  readonly #right: string;
  readonly #groups = new DifferenceGroups<null>();
  readonly #exchanges: ReportedExchange[] = [];
  #omitted = 0;

  constructor(left: string, right: string) {
    this.#left = left;
    this.#right = right;
  }

  add(difference: SessionDifference): void {
    if (difference.kind !== "pair") {
      this.#keep({ line: lineOf(difference.exchange), verdict: difference.kind, comparison: undefined });
      return;
    }
    const { left, comparison } = difference;
    this.#groups.add(comparison, null);
    if (comparison.verdict !== "same") this.#keep({ line: lineOf(left), verdict: comparison.verdict, comparison });
  }

  text({ leftOnly = 0, rightOnly = 0, ...totals }: Readonly<Record<string, number>>): string {
    return comparisonHtml({
      left: this.#left,
      right: this.#right,
      totals: { ...totals, "only left": leftOnly, "only right": rightOnly },
      groups: this.#groups.all(),
      exchanges: this.#exchanges,
      omitted: this.#omitted,
    });
  }

  #keep(exchange: ReportedExchange): void {
    if (this.#exchanges.length < mostExchanges) this.#exchanges.push(exchange);
    else this.#omitted += 1;
  }
}
