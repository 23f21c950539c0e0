import type {
  Replay,
  ReplayOutcome,
  ReplayPlan,
  ReplayResultRow,
  ReplaySettings,
  ReplayTargetChoice,
} from "../../../../core/contract/replay.ts";
import type { NativeTier } from "../../../../core/native/nativeCall.ts";
import { countText, spanText } from "../../../ui/quantityText.ts";
import type { Tone } from "../../../ui/tone.ts";

export const outcomeTexts = {
  same: "Same",
  changed: "Changed",
  failed: "Failed",
  pending: "No answer yet",
} as const satisfies Record<ReplayOutcome, string>;

export const outcomeTones = {
  same: "good",
  changed: "warn",
  failed: "bad",
  pending: "quiet",
} as const satisfies Record<ReplayOutcome, Tone>;

export const tierTexts = {
  standard: "Standard, 700 a minute",
  high_volume: "High volume, 1,400 a minute",
  partner: "Partner, 3,500 a minute",
  off: "No limit",
} as const satisfies Record<NativeTier, string>;

export function targetText(target: ReplayTargetChoice): string {
  switch (target.kind) {
    case "workbench":
      return "this workbench";
    case "klaviyo":
      return "Klaviyo";
    case "postscript":
      return `Postscript’s native API at ${new URL(target.baseUrl).host}`;
    case "url":
      return new URL(target.baseUrl).host;
  }
}

export function paceText({ pace }: Pick<ReplaySettings, "pace">): string {
  if (pace.kind === "fast") return "as fast as possible";
  if (pace.kind === "rate") return `${pace.perSecond.toLocaleString("en-US")} a second`;
  return pace.factor === 1 ? "as recorded" : `${pace.factor.toLocaleString("en-US")}× as recorded`;
}

/** "Under way: 3 of 5 answered": what there is to say of a replay that is not at its end; "" for one that is. */
export function stateText(replay: Replay): string {
  const unfinished = unfinishedText(replay);
  if (unfinished === "") return "";
  if (replay.isUnderWayElsewhere) return `Under way in another process: ${unfinished}`;
  return `${replay.job === null ? "Unfinished" : "Under way"}: ${unfinished}`;
}

/** "3 of 5 answered": how far an unfinished replay came; "" for one that was sent to its end. */
export function unfinishedText({ endedAt, total, totals: { same, changed, failed } }: Replay): string {
  if (endedAt !== null) return "";
  return `${(same + changed + failed).toLocaleString("en-US")} of ${total.toLocaleString("en-US")} answered`;
}

/** How long sending takes, and what the limit makes of it. */
export function durationFact({ durationMs, durationWithinLimitMs }: ReplayPlan): string {
  const within = durationWithinLimitMs > durationMs ? `, ${spanText(durationWithinLimitMs)} within the limit` : "";
  return `${durationMs === 0 ? "as long as the answers take" : spanText(durationMs)}${within}`;
}

/** What the limit means for the plan. */
export function limitFact({ limit, overLimit, firstOver, busiestMinute }: ReplayPlan): string {
  const busiest = `${busiestMinute.toLocaleString("en-US")} in the busiest minute`;
  if (limit === null) return busiest;
  if (overLimit === 0 || !firstOver) return `${busiest}, all within ${limit.toLocaleString("en-US")}`;
  return `${overLimit.toLocaleString("en-US")} over ${limit.toLocaleString("en-US")} a minute, from request ${firstOver.request.toLocaleString("en-US")} on; those are told to wait, and are sent again`;
}

/** What is sent: "1,284 requests", and for the native API the calls that they are expected to make. */
export function countFact({ exchanges, requests }: ReplayPlan): string {
  const sent = countText(exchanges, "request");
  return requests === exchanges ? sent : `${sent}, about ${countText(requests, "native call")}`;
}

/** What differs, without the word that the outcome says: "6 excused" of "same, 6 excused". */
export function differenceText(summary: string): string {
  return summary.replace(/^same(?:, )?/, "");
}

/** The sentence that names a row. */
export function resultName({ outcome, summary, recorded, sends }: ReplayResultRow): string {
  const what = recorded
    ? [recorded.title, recorded.subject].filter(Boolean).join(", ")
    : "An exchange that was deleted";
  const twice = sends > 1 ? `sent ${sends} times` : "";
  return [`${outcomeTexts[outcome]}: ${what}`, differenceText(summary), twice].filter(Boolean).join("; ");
}
