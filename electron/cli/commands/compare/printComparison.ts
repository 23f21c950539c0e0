import { summariseComparison } from "../../../../core/exchange/compare/summariseComparison.ts";
import { type Json, stringifyJson } from "../../../../core/json/json.ts";
import { compareSessions, type SessionDifference } from "../../../host/compare/compareSessions.ts";
import { comparisonJson } from "../../comparisonJson.ts";
import { CommandEnd, exitCodes } from "../../exitCodes.ts";
import { print, printLine } from "../../outputStreams.ts";
import { readRules } from "../../readRules.ts";
import { openReport } from "../../reportFile.ts";
import { openSessionSource } from "../../sessionSource.ts";
import { HtmlReport } from "./htmlReport.ts";
import { lineOf } from "./lineOf.ts";

export interface CompareSessionsOptions {
  readonly rules?: string;
  readonly json: boolean;
  readonly html?: string;
  readonly nativeAnswers: boolean;
  readonly dataDir: string;
}

function textOf(difference: SessionDifference): string {
  if (difference.kind !== "pair") return `${difference.kind}  ${lineOf(difference.exchange)}`;
  const { left, comparison } = difference;
  return `${comparison.verdict.padEnd(9)}  ${lineOf(left)}  ${summariseComparison(comparison)}`;
}

function jsonOf(difference: SessionDifference): Json {
  if (difference.kind !== "pair") return { verdict: difference.kind, exchange: difference.exchange.id };
  const { left, right, comparison } = difference;
  return { left: left.id, right: right.id, ...comparisonJson(comparison) };
}

/** Prints what differs, or with `json` each pair, and the totals. */
export async function printComparison(
  expected: string,
  actual: string,
  options: CompareSessionsOptions,
): Promise<void> {
  const { json, html, nativeAnswers, dataDir } = options;
  const rules = await readRules(options);
  await using left = await openSessionSource(expected, dataDir, { inSnapshot: true });
  await using right = await openSessionSource(actual, dataDir, { inSnapshot: true });
  const totals = { total: 0, same: 0, changed: 0, failed: 0, leftOnly: 0, rightOnly: 0 };
  const file = await openReport(html);
  const report = file && new HtmlReport(left.session.name, right.session.name);
  for (const difference of compareSessions(left, right, rules, { nativeAnswers })) {
    totals.total += 1;
    if (difference.kind === "pair") totals[difference.comparison.verdict] += 1;
    else totals[difference.kind === "left-only" ? "leftOnly" : "rightOnly"] += 1;
    const isSame = difference.kind === "pair" && difference.comparison.verdict === "same";
    report?.add(difference);
    if (json) await print(`${stringifyJson(jsonOf(difference))}\n`);
    else if (!isSame) await printLine(textOf(difference));
  }
  await print(json ? `${JSON.stringify(totals)}\n` : `${totalsText(totals)}\n`);
  if (report) await file?.write(report.text(totals));
  if (totals.total === 0) throw new CommandEnd(exitCodes.failed, "Nothing to compare: both sessions are empty.");
  if (totals.same < totals.total) throw new CommandEnd(exitCodes.failed);
}

function totalsText(totals: Readonly<Record<string, number>>): string {
  return Object.entries(totals)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ");
}
