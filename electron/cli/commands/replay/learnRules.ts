import type { Comparison } from "../../../../core/exchange/compare/compareExchanges.ts";
import { compileRules } from "../../../../core/exchange/compare/compileRules.ts";
import { type ProposedRules, proposeRules } from "../../../../core/exchange/compare/proposeRules.ts";
import { mostRules, type RuleSet, rulesInForce, withRule } from "../../../../core/exchange/compare/ruleSet.ts";
import { compareSessions } from "../../../host/compare/compareSessions.ts";
import { beginReplay, nameOnceMore } from "../../../host/replay/replayRun.ts";
import { log } from "../../outputStreams.ts";
import type { ReportFile } from "../../reportFile.ts";
import { openSessionSource } from "../../sessionSource.ts";
import { type SendOptions, sendSession } from "./sendSession.ts";

interface LearnOptions extends Omit<SendOptions, "rules" | "onResult"> {
  readonly total: number;
  readonly nativeAnswers: boolean;
  /** What is excused already. */
  readonly set: RuleSet;
  readonly file: ReportFile;
}

/**
 * Sends a session once more and writes rules that would excuse what differs between both runs, beside those of `set`; `session` is that of the first run's
 * answers. Answers with whether it was sent to its end.
 */
export async function learnRules({ total, set, file, ...first }: LearnOptions): Promise<boolean> {
  const { recorder, source, settings } = first;
  const session = await beginReplay(recorder, source.session, { total, settings }, nameOnceMore(source.session));
  const rules = compileRules(rulesInForce(set));
  const isWhole = await sendSession({ ...first, session, rules, onResult: async () => undefined });
  if (!isWhole) return false;
  await using left = await openSessionSource(first.session, source.dataDir, { inSnapshot: true });
  await using right = await openSessionSource(session, source.dataDir, { inSnapshot: true });
  function* comparisons(): Generator<Comparison> {
    for (const difference of compareSessions(left, right, rules, { nativeAnswers: first.nativeAnswers })) {
      if (difference.kind === "pair") yield difference.comparison;
    }
  }
  const proposed = proposeRules(comparisons());
  const learnt = proposed.proposals.slice(0, mostRules - set.rules.length).toReversed();
  const { disabled, rules: all } = learnt.reduce((sofar, { rule }) => withRule(sofar, rule), set);
  await file.write(`${JSON.stringify({ disabled, rules: all }, null, 2)}\n`);
  log(summaryOf(learnt.length, proposed.unproposed));
  const without = proposed.proposals.length - learnt.length;
  if (without > 0) log(`${without} more had no room: a file holds ${mostRules} rules at most.`);
  return true;
}

const mostShown = 10;

function summaryOf(learnt: number, unproposed: ProposedRules["unproposed"]): string {
  const head = `Between two runs: ${learnt} ${learnt === 1 ? "rule" : "rules"} learnt.`;
  if (unproposed.length === 0) return head;
  const shown = unproposed
    .slice(0, mostShown)
    .map(({ part, pattern, times }) => `${`${part} ${pattern}`.trim()} (${times})`);
  const more = unproposed.length > mostShown ? `, and ${unproposed.length - mostShown} more` : "";
  return `${head} These differ too, and are not to be ignored: ${shown.join(", ")}${more}.`;
}
