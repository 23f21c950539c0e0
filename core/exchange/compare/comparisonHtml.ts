import { type Json, stringifyJson } from "../../json/json.ts";
import type { Comparison, Verdict } from "./compareExchanges.ts";
import type { Difference } from "./difference.ts";
import type { DifferenceGroup } from "./groupDifferences.ts";
import { summariseComparison } from "./summariseComparison.ts";

/** An exchange in a report: what names it, and how it compared; without a comparison only one session has it. */
export interface ReportedExchange {
  readonly line: string;
  readonly verdict: Verdict | "left-only" | "right-only";
  readonly comparison: Comparison | undefined;
}

export interface ComparisonReport {
  /** Names of the two sessions, the left one being what is expected. */
  readonly left: string;
  readonly right: string;
  readonly totals: Readonly<Record<string, number>>;
  readonly groups: readonly DifferenceGroup<unknown>[];
  /** Those that are not the same. */
  readonly exchanges: readonly ReportedExchange[];
  /** How many more are not the same. */
  readonly omitted: number;
}

const longestValue = 400;
const mostShown = 50;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? "");
}

function valueHtml(value: Json | undefined): string {
  if (value === undefined) return "<i>nothing</i>";
  const text = stringifyJson(value);
  return `<code>${escapeHtml(text.length > longestValue ? `${text.slice(0, longestValue)}…` : text)}</code>`;
}

function cells(...html: readonly string[]): string {
  return `<tr>${html.map((cell) => `<td>${cell}</td>`).join("")}</tr>\n`;
}

function table(heads: readonly string[], rows: readonly string[]): string {
  return `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join("")}</tr></thead><tbody>\n${rows.join("")}</tbody></table>\n`;
}

function groupRow({ part, pattern, rule, exchanges, example }: DifferenceGroup<unknown>): string {
  const excused = rule === undefined ? "" : `excused by ${escapeHtml(rule)}`;
  const place = `${part} <code>${escapeHtml(pattern)}</code>`;
  return cells(exchanges.toLocaleString("en-US"), place, valueHtml(example.left), valueHtml(example.right), excused);
}

function differenceRow({ part, pointer, left, right }: Difference): string {
  return cells(`${part} <code>${escapeHtml(pointer)}</code>`, valueHtml(left), valueHtml(right));
}

function exchangeHtml({ line, verdict, comparison }: ReportedExchange): string {
  const summary = comparison ? ` <small>${escapeHtml(summariseComparison(comparison))}</small>` : "";
  const head = `<b class="${verdict}">${verdict}</b> ${escapeHtml(line)}${summary}`;
  const counted = comparison?.differences.filter(({ rule }) => rule === undefined) ?? [];
  if (counted.length === 0) return `<p>${head}</p>\n`;
  const rows = counted.slice(0, mostShown).map(differenceRow);
  const more = counted.length > mostShown ? `<p>and ${counted.length - mostShown} more places</p>` : "";
  return `<details><summary>${head}</summary>\n${table(["Place", "Left", "Right"], rows)}${more}</details>\n`;
}

const style = `:root { color-scheme: light dark; }
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; font: 0.9rem/1.5 system-ui, sans-serif; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th:first-child:nth-last-child(5) { width: 6rem; }
th, td { padding: 0.3rem 0.5rem; border-top: 1px solid #8886; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
code { font: 0.8rem ui-monospace, monospace; }
summary { padding: 0.3rem 0; cursor: pointer; }
.changed { color: light-dark(#865000, #f0b95c); }
.failed { color: light-dark(#b3201a, #ff9b94); }`;

/** A report as one HTML file that needs nothing else: no script, no network; light and dark as the system says. Everything recorded is escaped. */
export function comparisonHtml({ left, right, totals, groups, exchanges, omitted }: ComparisonReport): string {
  const title = `${escapeHtml(left)} compared with ${escapeHtml(right)}`;
  const figures = Object.entries(totals)
    .map(([name, count]) => `${count.toLocaleString("en-US")} ${escapeHtml(name)}`)
    .join(", ");
  const ordered = groups.toSorted(
    (one, other) =>
      Number(one.rule !== undefined) - Number(other.rule !== undefined) || other.exchanges - one.exchanges,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>
${style}
</style>
</head>
<body>
<h1>${title}</h1>
<p>${figures}. The left session is what is expected.</p>
<h2>By place</h2>
${ordered.length === 0 ? "<p>Nothing differs.</p>\n" : table(["Exchanges", "Place", "Left, for example", "Right", "Rule"], ordered.slice(0, 500).map(groupRow))}
<h2>Exchanges that are not the same</h2>
${exchanges.length === 0 ? "<p>None.</p>\n" : exchanges.map(exchangeHtml).join("")}
${omitted > 0 ? `<p>and ${omitted.toLocaleString("en-US")} more</p>\n` : ""}</body>
</html>
`;
}
