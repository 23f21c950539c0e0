import type { ReplayTotals } from "../../../../core/contract/replay.ts";
import { summariseComparison } from "../../../../core/exchange/compare/summariseComparison.ts";
import { stringifyJson } from "../../../../core/json/json.ts";
import type { ReplayResult } from "../../../host/replay/replaySession.ts";
import { comparisonJson } from "../../comparisonJson.ts";

/** One exchange of a replay as the command prints it. */
export function lineOf({ recorded, record, comparison, fault, waits }: ReplayResult, isJson: boolean): string {
  if (isJson) {
    const line = { recorded: recorded.id, replayed: record.id, ...comparisonJson(comparison), waits };
    return stringifyJson(fault === undefined ? line : { ...line, fault });
  }
  const { seq, request } = recorded;
  const why = fault === undefined ? "" : ` (${fault})`;
  return `${comparison.verdict.padEnd(9)}  #${seq} ${request.method} ${request.path}  ${summariseComparison(comparison)}${why}`;
}

/** The totals as the last line; those that were sent twice are told, since a target may have made both. */
export function totalsText(total: number, { same, changed, failed, again }: ReplayTotals): string {
  const twice = again === 0 ? "" : `; ${again} sent again, since an earlier run was cut off before their answers`;
  return `${total} replayed: ${same} same, ${changed} changed, ${failed} failed${twice}\n`;
}
