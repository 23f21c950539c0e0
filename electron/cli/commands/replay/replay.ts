import type { CompiledRules } from "../../../../core/exchange/compare/compileRules.ts";
import { summariseComparison } from "../../../../core/exchange/compare/summariseComparison.ts";
import { dryRun } from "../../../../core/exchange/replay/dryRun.ts";
import type { Pace } from "../../../../core/exchange/replay/pace.ts";
import { stringifyJson } from "../../../../core/json/json.ts";
import type { NativeTier } from "../../../../core/native/nativeCall.ts";
import { tierLimits } from "../../../../core/native/tiers.ts";
import { isLoopback } from "../../../host/replay/isLoopback.ts";
import { type ReplayResult, replaySession } from "../../../host/replay/replaySession.ts";
import { createHttpTarget } from "../../../host/replay/replayTarget.ts";
import { comparisonJson } from "../../comparisonJson.ts";
import { CommandEnd, exitCodes, wrongUsage } from "../../exitCodes.ts";
import { log, print } from "../../outputStreams.ts";
import { readRules } from "../../readRules.ts";
import { openSessionSource, type SessionSource } from "../../sessionSource.ts";
import { JunitReport } from "./junitReport.ts";
import { openReplayRecord } from "./replayRecord.ts";

export interface ReplayCommandOptions {
  readonly target: URL;
  readonly key?: string;
  readonly pace: Pace;
  readonly maxIdle?: number;
  readonly concurrency: number;
  readonly rules?: string;
  readonly remote: boolean;
  readonly dryRun?: NativeTier;
  readonly junit?: string;
  readonly json: boolean;
  readonly dataDir: string;
}

const timeoutMs = 30_000;
const maxResponseBytes = 8 * 1024 * 1024;

function refuseStrangers({ target, remote, key }: ReplayCommandOptions): void {
  if (isLoopback(target.hostname)) return;
  if (!remote) {
    throw wrongUsage(
      `${target.host} is not this machine: what is sent there is real. Add --remote to send it all the same.`,
    );
  }
  if (!key && !process.env.KLAVIYO_API_KEY) {
    throw wrongUsage(
      `${target.host} needs an API key: recorded ones are not kept. Give one with --key or KLAVIYO_API_KEY.`,
    );
  }
}

async function plan(
  source: SessionSource,
  { pace, maxIdle, dryRun: tier = "standard" }: ReplayCommandOptions,
): Promise<void> {
  function* times(): Generator<string> {
    for (const { at } of source.exchanges()) yield at;
  }
  const planned = dryRun(times(), {
    pace,
    perMinute: tierLimits[tier],
    ...(maxIdle !== undefined && { maxIdleMs: maxIdle * 1000 }),
  });
  await print(`${JSON.stringify({ tier, ...planned })}\n`);
}

function lineOf({ recorded, replayed, comparison, fault, waits }: ReplayResult, isJson: boolean): string {
  if (isJson) {
    const line = { recorded: recorded.id, replayed: replayed.id, ...comparisonJson(comparison), waits };
    return stringifyJson(fault === undefined ? line : { ...line, fault });
  }
  const { seq, request } = recorded;
  const why = fault === undefined ? "" : ` (${fault})`;
  return `${comparison.verdict.padEnd(9)}  #${seq} ${request.method} ${request.path}  ${summariseComparison(comparison)}${why}`;
}

interface Totals {
  total: number;
  same: number;
  changed: number;
  failed: number;
}

export async function replay(asked: string, options: ReplayCommandOptions): Promise<void> {
  const rules = await readRules(options.rules);
  await using source = await openSessionSource(asked, options.dataDir);
  if (options.dryRun !== undefined) return plan(source, options);
  refuseStrangers(options);

  // A session file has no folder to record into.
  await using record = source.isFile ? undefined : await openReplayRecord(options.dataDir, source.session.name);
  const report = options.junit === undefined ? undefined : new JunitReport(source.session.name);
  const totals: Totals = { total: 0, same: 0, changed: 0, failed: 0 };
  const isWhole = await send(source, rules, options, async (result) => {
    const { verdict } = result.comparison;
    totals.total += 1;
    totals[verdict] += 1;
    report?.add(result);
    await record?.add(result.replayed);
    if (options.json || verdict !== "same") await print(`${lineOf(result, options.json)}\n`);
  });
  if (options.junit !== undefined) await report?.write(options.junit);
  const session = record?.session ?? null;
  await print(options.json ? `${JSON.stringify({ ...totals, session })}\n` : totalsText(totals));
  if (totals.same < totals.total || !isWhole) throw new CommandEnd(exitCodes.failed);
}

/** Answers with whether the session was sent to its end: a person may stop it. */
async function send(
  source: SessionSource,
  rules: CompiledRules,
  { target: baseUrl, key = process.env.KLAVIYO_API_KEY, pace, maxIdle, concurrency }: ReplayCommandOptions,
  onResult: (result: ReplayResult) => Promise<void>,
): Promise<boolean> {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());
  const target = createHttpTarget({ baseUrl, key, timeoutMs, maxResponseBytes });
  try {
    await replaySession({
      exchanges: () => source.exchanges(),
      target,
      rules,
      pace,
      maxIdleMs: maxIdle === undefined ? undefined : maxIdle * 1000,
      concurrency,
      signal: stopping.signal,
      onResult,
    });
    return true;
  } catch (fault) {
    if (!stopping.signal.aborted) throw fault;
    log("The replay was stopped. What was answered until then is kept.");
    return false;
  } finally {
    target.close();
  }
}

function totalsText({ total, same, changed, failed }: Totals): string {
  return `${total} replayed: ${same} same, ${changed} changed, ${failed} failed\n`;
}
