import type { DifferenceGroupView, PairVerdict, SessionComparison } from "../../../../core/contract/comparison.ts";
import type { Comparison } from "../../../../core/exchange/compare/compareExchanges.ts";
import { compileRules } from "../../../../core/exchange/compare/compileRules.ts";
import { type DifferenceGroup, DifferenceGroups } from "../../../../core/exchange/compare/groupDifferences.ts";
import { type ProposedRules, proposeRules } from "../../../../core/exchange/compare/proposeRules.ts";
import { type RuleSet, rulesInForce } from "../../../../core/exchange/compare/ruleSet.ts";
import { summariseComparison } from "../../../../core/exchange/compare/summariseComparison.ts";
import { compareSessions, type ReadableSession, type SessionDifference } from "../compareSessions.ts";
import { differenceView, valueText } from "../comparisonView.ts";
import type { ResultRow } from "./sessionTask.ts";

const mostGroups = 500;
const mostProposals = 200;

interface Pair {
  readonly left: string;
  readonly right: string;
}

/** Gathers what a comparison of two sessions shows while it goes on. */
class Findings {
  readonly groups = new DifferenceGroups<Pair>();
  readonly totals = { total: 0, same: 0, changed: 0, failed: 0, leftOnly: 0, rightOnly: 0 };
  readonly excused = new Map<string, number>();

  /** Counts a pair, or an exchange without a partner; answers with its row. */
  add(difference: SessionDifference): ResultRow {
    this.totals.total += 1;
    if (difference.kind !== "pair") {
      const { kind, exchange } = difference;
      this.totals[kind === "left-only" ? "leftOnly" : "rightOnly"] += 1;
      const verdict: PairVerdict = kind;
      const sides = kind === "left-only" ? { left: exchange.id, right: null } : { left: null, right: exchange.id };
      return { verdict, ...sides, text: "", groups: [] };
    }
    const { left, right, comparison } = difference;
    const pair = { left: left.id, right: right.id };
    this.totals[comparison.verdict] += 1;
    for (const [rule, count] of Object.entries(comparison.excused)) {
      this.excused.set(rule, (this.excused.get(rule) ?? 0) + count);
    }
    const text = summariseComparison(comparison);
    return { verdict: comparison.verdict, ...pair, text, groups: this.groups.add(comparison, pair) };
  }
}

function groupView({ example, pair, ...group }: DifferenceGroup<Pair>, index: number): DifferenceGroupView {
  return { ...group, group: index, example: differenceView(example), ...pair };
}

function byWeight(one: DifferenceGroupView, other: DifferenceGroupView): number {
  return Number(one.rule !== undefined) - Number(other.rule !== undefined) || other.exchanges - one.exchanges;
}

function proposalViews({ proposals, unproposed }: ProposedRules): Pick<SessionComparison, "proposals" | "unproposed"> {
  return {
    proposals: proposals.slice(0, mostProposals).map(({ example, ...proposal }) => ({
      ...proposal,
      left: valueText(example.left),
      right: valueText(example.right),
    })),
    unproposed: unproposed.slice(0, mostProposals).map((place) => ({ ...place })),
  };
}

interface CompareTask extends Pair {
  readonly sessions: readonly [ReadableSession, ReadableSession];
  readonly rules: RuleSet;
  readonly onRow: (row: ResultRow) => void;
}

/** Compares two sessions; also learns what rules would excuse what differs, in case they are runs of the same requests. */
export function compareTask({ left, right, sessions, rules, onRow }: CompareTask): SessionComparison {
  const findings = new Findings();
  function* comparisons(): Generator<Comparison> {
    for (const difference of compareSessions(...sessions, compileRules(rulesInForce(rules)))) {
      onRow(findings.add(difference));
      if (difference.kind === "pair") yield difference.comparison;
    }
  }
  const proposed = proposeRules(comparisons());
  const groups = findings.groups.all().map(groupView).sort(byWeight);
  return {
    left,
    right,
    totals: findings.totals,
    excused: Object.fromEntries(findings.excused),
    groups: groups.slice(0, mostGroups),
    groupCount: groups.length,
    ...proposalViews(proposed),
  };
}
