import type { MetricTable } from "../../../core/translation/translation.ts";

/** A row while it is edited; `id` stays the same as long as the row is there. */
export interface MetricRow {
  readonly id: number;
  readonly metric: string;
  readonly eventType: string;
}

export interface RowProblem {
  readonly metric?: string;
  readonly eventType?: string;
}

export function rowsOf(table: MetricTable): MetricRow[] {
  return Object.entries(table).map(([metric, eventType], id) => ({ id, metric, eventType }));
}

/** An id that no row has. */
export function nextRowId(rows: readonly MetricRow[]): number {
  return rows.reduce((highest, { id }) => Math.max(highest, id), -1) + 1;
}

const longestMetric = 127;

function isEmpty({ metric, eventType }: MetricRow): boolean {
  return metric.trim() === "" && eventType.trim() === "";
}

function metricProblem({ id, metric }: MetricRow, rows: readonly MetricRow[]): string | undefined {
  if (metric.trim() === "") return "Which metric?";
  if (metric.trim().length > longestMetric) return "Klaviyo takes names of fewer than 128 characters.";
  const isTaken = rows.some((other) => other.id !== id && other.metric.trim() === metric.trim());
  return isTaken ? "There is a row for this metric." : undefined;
}

function eventTypeProblem({ eventType }: MetricRow): string | undefined {
  if (eventType.trim() === "") return "Which event type?";
  return /\s/.test(eventType.trim()) ? "An event type has no spaces." : undefined;
}

/** What keeps each row from being saved. A row without anything in it is no problem: it is left out. */
export function rowProblems(rows: readonly MetricRow[]): ReadonlyMap<number, RowProblem> {
  const problems = new Map<number, RowProblem>();
  for (const row of rows) {
    if (isEmpty(row)) continue;
    const metric = metricProblem(row, rows);
    const eventType = eventTypeProblem(row);
    if (metric !== undefined || eventType !== undefined) {
      problems.set(row.id, { ...(metric && { metric }), ...(eventType && { eventType }) });
    }
  }
  return problems;
}

/** The table that the rows make, undefined while a row cannot be saved. */
export function tableOf(rows: readonly MetricRow[]): MetricTable | undefined {
  if (rowProblems(rows).size > 0) return undefined;
  const filled = rows.filter((row) => !isEmpty(row));
  return Object.fromEntries(filled.map(({ metric, eventType }) => [metric.trim(), eventType.trim()]));
}

export function isSameTable(one: MetricTable, other: MetricTable): boolean {
  const entries = Object.entries(one);
  return (
    entries.length === Object.keys(other).length && entries.every(([metric, eventType]) => other[metric] === eventType)
  );
}
