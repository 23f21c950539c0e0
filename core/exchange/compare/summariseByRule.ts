import { findRule } from "../../translation/rules/findRule.ts";
import type { Retranslation, RetranslationVerdict, TranslationDifference } from "./retranslate.ts";

/** What the present form of a rule changes. */
export interface RuleChange {
  /** null gathers the differences that belong to no rule. */
  readonly rule: string | null;
  /** What the rule does; "" where it is not known. */
  readonly note: string;
  readonly exchanges: number;
  readonly differences: number;
  /** The first differences, each with its exchange. */
  readonly examples: readonly (TranslationDifference & { readonly exchange: string })[];
}

/** Findings of one code that came or went. */
export interface FindingChange {
  readonly code: string;
  readonly come: number;
  readonly gone: number;
}

export interface RetranslationSummary {
  readonly totals: Readonly<Record<RetranslationVerdict, number>> & { readonly total: number };
  /** Those that change most exchanges first. */
  readonly rules: readonly RuleChange[];
  /** The most frequent first, then by code. */
  readonly findings: readonly FindingChange[];
}

const mostExamples = 5;

interface Gathering {
  exchanges: number;
  differences: number;
  readonly examples: RuleChange["examples"][number][];
}

function gather(byRule: Map<string | null, Gathering>, { exchange, differences }: Retranslation): void {
  const counted = new Set<string | null>();
  for (const difference of differences) {
    for (const rule of difference.rules.length > 0 ? difference.rules : [null]) {
      const gathering = byRule.get(rule) ?? { exchanges: 0, differences: 0, examples: [] };
      byRule.set(rule, gathering);
      gathering.differences += 1;
      if (!counted.has(rule)) gathering.exchanges += 1;
      counted.add(rule);
      if (gathering.examples.length < mostExamples) gathering.examples.push({ ...difference, exchange });
    }
  }
}

/** Sums up per rule what would change in many exchanges. Takes results as they come and keeps some examples of each rule only. */
export function summariseByRule(results: Iterable<Retranslation>): RetranslationSummary {
  const totals = { total: 0, same: 0, changed: 0, unrecorded: 0, untranslated: 0 };
  const byRule = new Map<string | null, Gathering>();
  const findings = new Map<string, { come: number; gone: number }>();
  const findingsOf = (code: string) => {
    const known = findings.get(code) ?? { come: 0, gone: 0 };
    findings.set(code, known);
    return known;
  };
  for (const result of results) {
    totals.total += 1;
    totals[result.verdict] += 1;
    gather(byRule, result);
    for (const { code } of result.newFindings) findingsOf(code).come += 1;
    for (const { code } of result.goneFindings) findingsOf(code).gone += 1;
  }
  const rules = [...byRule].map(([rule, gathering]) => ({
    rule,
    note: (rule === null ? undefined : findRule(rule)?.note) ?? "",
    ...gathering,
  }));
  return {
    totals,
    rules: rules.sort((one, other) => other.exchanges - one.exchanges || other.differences - one.differences),
    findings: [...findings]
      .map(([code, counts]) => ({ code, ...counts }))
      .sort((one, other) => other.come + other.gone - one.come - one.gone || (one.code < other.code ? -1 : 1)),
  };
}
