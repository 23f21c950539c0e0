import { type ExchangeSummary, type Origin, unkeptSession } from "../../../core/exchange/exchange.ts";
import type { FindingKind } from "../../../core/translation/finding.ts";
import { countText, durationText, timeText } from "../../ui/quantityText.ts";
import { statusTone, type Tone } from "../../ui/tone.ts";
import { unansweredText } from "./unansweredText.ts";

export interface RowTag {
  readonly text: string;
  readonly tone: Tone;
}

/** What a row of the list shows, and the sentence that names it. */
export interface TrafficRow {
  readonly status: string;
  readonly tone: Tone;
  readonly title: string;
  readonly subject: string;
  readonly duration: string;
  readonly time: string;
  readonly tags: readonly RowTag[];
  readonly name: string;
}

const tagTones = {
  refused: "bad",
  lost: "warn",
  changed: "warn",
  assumed: "quiet",
  advice: "quiet",
} as const satisfies Record<FindingKind, Tone>;

const tagOrder = ["lost", "changed", "assumed"] as const;

export const originTexts = {
  captured: "received",
  composed: "sent from Compose",
  replayed: "replayed",
  imported: "imported",
} as const satisfies Record<Origin, string>;

/** What an exchange is made by, and when: an imported one has the time that its file tells. */
export function madeAtText(origin: Origin, time: string): string {
  return `${originTexts[origin]} ${origin === "imported" ? "with the time" : "at"} ${time}`;
}

function answerText(exchange: ExchangeSummary): string {
  const { status, durationMs } = exchange;
  return status === null ? unansweredText(exchange) : `answered ${status} in ${durationText(durationMs)}`;
}

function rowTags({ findings, isFaulted, nativePending, session }: ExchangeSummary): RowTag[] {
  const tags: RowTag[] = tagOrder
    .filter((kind) => findings[kind] > 0)
    .map((kind) => ({ text: `${findings[kind].toLocaleString("en-US")} ${kind}`, tone: tagTones[kind] }));
  if (isFaulted) tags.push({ text: "fault", tone: "quiet" });
  if (session === unkeptSession) tags.push({ text: "not kept", tone: "warn" });
  if (nativePending > 0) tags.push({ text: `${nativePending.toLocaleString("en-US")} not made`, tone: "quiet" });
  return tags;
}

export function trafficRow(exchange: ExchangeSummary, now?: Date): TrafficRow {
  const { status, title, endpoint, method, subject, origin } = exchange;
  const time = timeText(exchange.at, now);
  const tags = rowTags(exchange);
  const subjectLine = [method === "POST" ? endpoint : `${method} ${endpoint}`, subject].filter(Boolean).join(" · ");
  const parts = [
    `${title}${subject ? `, ${subject}` : ""}`,
    `${method} ${endpoint}`,
    answerText(exchange),
    ...tags.map(({ text }) => text),
    madeAtText(origin, time),
  ];
  return {
    status: status === null ? "—" : String(status),
    tone: statusTone(status),
    title,
    subject: subjectLine,
    duration: status === null ? "" : durationText(exchange.durationMs),
    time,
    tags,
    name: parts.join("; "),
  };
}

/** What is announced when rows arrive. */
export function arrivalText(total: number, newest: ExchangeSummary | undefined): string {
  if (!newest) return "";
  return `${countText(total, "exchange")}. Newest: ${newest.title}, ${newest.status ?? "not answered"}.`;
}
