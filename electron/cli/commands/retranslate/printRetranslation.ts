import { z } from "zod";
import { type Retranslation, retranslate } from "../../../../core/exchange/compare/retranslate.ts";
import { type RetranslationSummary, summariseByRule } from "../../../../core/exchange/compare/summariseByRule.ts";
import { type Json, stringifyJson } from "../../../../core/json/json.ts";
import type { MetricTable } from "../../../../core/translation/translation.ts";
import { decodedBody } from "../../../host/compare/compareSessions.ts";
import { CommandEnd, exitCodes, wrongUsage } from "../../exitCodes.ts";
import { print, printLine } from "../../outputStreams.ts";
import { readJsonFile } from "../../readRules.ts";
import { openSessionSource } from "../../sessionSource.ts";

export interface RetranslateOptions {
  readonly metrics?: string;
  readonly json: boolean;
  readonly dataDir: string;
}

async function readMetrics(file: string): Promise<MetricTable> {
  const parsed = z.record(z.string(), z.string().min(1)).safeParse(await readJsonFile(file));
  if (!parsed.success) throw wrongUsage(`${file} is no metric table: write {"Metric name": "event_type", …}.`);
  return parsed.data;
}

function jsonOf({ exchange, verdict, differences, newFindings, goneFindings }: Retranslation): Json {
  return {
    exchange,
    verdict,
    differences: differences.map(({ kind, pointer, left, right, rules }) => ({
      kind,
      pointer,
      ...(left !== undefined && { left }),
      ...(right !== undefined && { right }),
      rules,
    })),
    newFindings: newFindings.map(({ code, pointer }) => ({ code, pointer })),
    goneFindings: goneFindings.map(({ code, pointer }) => ({ code, pointer })),
  };
}

function summaryJson({ totals, rules, findings }: RetranslationSummary): Json {
  return {
    ...totals,
    rules: rules.map(({ rule, exchanges, differences }) => ({ rule, exchanges, differences })),
    findings: findings.map(({ code, come, gone }) => ({ code, come, gone })),
  };
}

function* summaryLines({ totals, rules, findings }: RetranslationSummary): Generator<string> {
  for (const { rule, note, exchanges, differences } of rules) {
    yield `rule ${rule ?? "(none)"}: ${differences} differences in ${exchanges} exchanges. ${note}`;
  }
  for (const { code, come, gone } of findings) yield `finding ${code}: ${come} new, ${gone} gone`;
  const { total, same, changed, unrecorded, untranslated } = totals;
  yield `${total} exchanges: ${same} same, ${changed} changed, ${unrecorded} without recorded native calls, ${untranslated} not translated`;
}

export async function printRetranslation(
  asked: string,
  { metrics: file, json, dataDir }: RetranslateOptions,
): Promise<void> {
  await using source = await openSessionSource(asked, dataDir, { inSnapshot: true });
  const metrics = file === undefined ? source.metrics : await readMetrics(file);
  function* results(): Generator<Retranslation> {
    for (const exchange of source.exchanges()) {
      const nativePending = source.nativePending(exchange.id);
      yield retranslate({ exchange, body: decodedBody(exchange), nativePending }, { metrics });
    }
  }
  const summary = summariseByRule(results());
  if (json) {
    // Once more, so that none has to be kept until the rest is known.
    for (const result of results()) {
      if (result.verdict === "changed") await print(`${stringifyJson(jsonOf(result))}\n`);
    }
    await print(`${stringifyJson(summaryJson(summary))}\n`);
  } else for (const line of summaryLines(summary)) await printLine(line);
  if (summary.totals.changed > 0) throw new CommandEnd(exitCodes.failed);
}
