import type { ReplayTotals } from "../../../../core/contract/replay.ts";
import { summariseComparison } from "../../../../core/exchange/compare/summariseComparison.ts";
import { stringifyJson } from "../../../../core/json/json.ts";
import type { ReplayResult } from "../../../host/replay/replaySession.ts";
import { comparisonJson } from "../../comparisonJson.ts";

/** One exchange of a replay, for a program. */
export function jsonOf({ recorded, record, comparison, fault, waits }: ReplayResult): string {
  const line = { recorded: recorded.id, replayed: record.id, ...comparisonJson(comparison), waits };
  return stringifyJson(fault === undefined ? line : { ...line, fault });
}

/** The same for a person. */
export function lineOf({ recorded, comparison, fault }: ReplayResult): string {
  const { seq, request } = recorded;
  const why = fault === undefined ? "" : ` (${fault})`;
  return `${comparison.verdict.padEnd(9)}  #${seq} ${request.method} ${request.path}  ${summariseComparison(comparison)}${why}`;
}

/** The totals as the last line; those that were sent twice are told, since a target may have made both. */
export function totalsText(total: number, { same, changed, failed, again }: ReplayTotals): string {
  const twice = again === 0 ? "" : `; ${again} sent again, since an earlier run was cut off before their answers`;
  return `${total} replayed: ${same} same, ${changed} changed, ${failed} failed${twice}\n`;
}
