import { isUnderWay, type JobFacts } from "../../../core/contract/jobs.ts";
import { countText, spanText } from "../../ui/quantityText.ts";

/** A rate or a time left is a guess before this. Milliseconds. */
const settlingMs = 1500;

/** "1,200 of 10,000 exchanges · 340/s · 25 s left": what is known of it. */
export function progressText({ done, total, fraction, ranMs, state }: JobFacts): string {
  const count = total === null ? countText(done, "exchange") : `${number(done)} of ${countText(total, "exchange")}`;
  if (state === "stopping") return `${count} · stopping…`;
  if (state === "paused") return `${count} · paused`;
  const isSettled = ranMs >= settlingMs && done > 0;
  const rate = isSettled ? `${number(Math.round((done * 1000) / ranMs))}/s` : undefined;
  const left = isSettled && fraction ? `${spanText((ranMs * (1 - fraction)) / fraction)} left` : undefined;
  return [count, rate, left].filter(Boolean).join(" · ");
}

const number = (count: number): string => count.toLocaleString("en-US");

const endings = { done: "finished", failed: "failed", cancelled: "was cancelled" } as const;

/** What a screen reader is told: that work began or ended, never how far it is. */
export function announcementText(job: JobFacts): string {
  const { label, state, message } = job;
  if (state === "done" || state === "failed" || state === "cancelled") {
    return [`${label} ${endings[state]}.`, message].filter(Boolean).join(" ");
  }
  return state === "paused" ? `${label} is paused.` : `${label} is under way.`;
}

/** What is shown of work, the newest first: all that is under way and what ended last; what ended before is folded away. */
export function foldJobs<J extends JobFacts>(jobs: readonly J[]): { shown: J[]; folded: J[] } {
  const [last, ...folded] = jobs.filter((job) => !isUnderWay(job));
  return { shown: [...jobs.filter(isUnderWay), ...(last ? [last] : [])], folded };
}
