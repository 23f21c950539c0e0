import type { RetranslationView } from "../../../../core/contract/comparison.ts";
import { type Retranslation, retranslate } from "../../../../core/exchange/compare/retranslate.ts";
import { summariseByRule } from "../../../../core/exchange/compare/summariseByRule.ts";
import type { Exchange } from "../../../../core/exchange/exchange.ts";
import type { MetricTable } from "../../../../core/translation/translation.ts";
import { decodedBody } from "../compareSessions.ts";
import { translationDifferenceView } from "../retranslationView.ts";
import type { ResultRow } from "./sessionTask.ts";

function counted(count: number, noun: string): string[] {
  return count === 0 ? [] : [`${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`];
}

function textOf({ differences, omitted, newFindings, goneFindings }: Retranslation): string {
  return [
    ...counted(differences.length + omitted, "difference"),
    ...counted(newFindings.length, "new finding"),
    ...counted(goneFindings.length, "finding").map((text) => `${text} gone`),
  ].join(", ");
}

/** Numbers the groups by name. */
class Numbering {
  readonly #numbers = new Map<string, number>();

  of(name: string): number {
    const number = this.#numbers.get(name) ?? this.#numbers.size;
    this.#numbers.set(name, number);
    return number;
  }
}

const ruleName = (rule: string | null): string => `rule ${rule ?? ""}`;
const findingName = (code: string): string => `finding ${code}`;

interface RetranslateTask {
  readonly session: string;
  readonly exchanges: Iterable<Exchange>;
  /** How many native calls of an exchange are not on record. */
  readonly nativePending: (id: string) => number;
  readonly metrics: MetricTable;
  readonly onRow: (row: ResultRow) => void;
}

/** Translates a session again without sending anything. Rows are the exchanges that would change. */
export function retranslateTask({
  session,
  exchanges,
  nativePending,
  metrics,
  onRow,
}: RetranslateTask): RetranslationView {
  const numbering = new Numbering();
  function groupsOf({ differences, newFindings, goneFindings }: Retranslation): number[] {
    const rules = differences.flatMap(({ rules: own }) => (own.length > 0 ? own.map(ruleName) : [ruleName(null)]));
    const findings = [...newFindings, ...goneFindings].map(({ code }) => findingName(code));
    return [...new Set([...rules, ...findings])].map((name) => numbering.of(name));
  }
  function* results(): Generator<Retranslation> {
    for (const exchange of exchanges) {
      const pending = nativePending(exchange.id);
      const result = retranslate({ exchange, body: decodedBody(exchange), nativePending: pending }, { metrics });
      if (result.verdict === "changed") {
        onRow({
          verdict: "changed",
          left: exchange.id,
          right: null,
          text: textOf(result),
          groups: groupsOf(result),
        });
      }
      yield result;
    }
  }
  const { totals, rules, findings } = summariseByRule(results());
  return {
    session,
    totals,
    rules: rules.map(({ examples: [example], ...change }) => ({
      ...change,
      group: numbering.of(ruleName(change.rule)),
      example: example && translationDifferenceView(example),
    })),
    findings: findings.map((change) => ({ ...change, group: numbering.of(findingName(change.code)) })),
  };
}
