import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { z } from "zod";
import { type ExchangeSummary, unkeptSession } from "../../../../core/exchange/exchange.ts";
import { parseFilter } from "../../../../core/exchange/filter/parseFilter.ts";
import { sessionStates } from "../recording/sessionRow.ts";
import { findRow, findRows } from "../rows.ts";
import type { TextSearch } from "../search/textSearch.ts";
import type { ExchangePage, ExchangeQuery, RecordedMoment } from "../store.ts";
import { filterCondition, type SqlCondition } from "./filterSql.ts";
import { liveExchanges, summaryColumns, summaryRowSchema } from "./summaryRow.ts";

/** A filtered list counts no further: a number beyond it says "many" as well. */
const mostCounted = 100_000;

const { inUse, unkept } = sessionStates;
const countSchema = z.object({ count: z.int() });
const momentSchema = z.object({ at: z.string(), nativeCalls: z.int() });

type UncountedPage = Omit<ExchangePage, "total">;

export interface ListReads {
  listExchanges(query: ExchangeQuery): ExchangePage;
  pageExchanges(query: ExchangeQuery): UncountedPage;
  listMoments(session: string, filter: string): RecordedMoment[];
  recordedAfter(position: number, limit: number): ExchangeSummary[];
}

/** Statements differ with the terms of a filter and are made for each query: that costs microseconds, a page milliseconds. */
export function openListReads(database: DatabaseSync, search: TextSearch): ListReads {
  const after = database.prepare(
    `SELECT ${summaryColumns} FROM ${liveExchanges} WHERE e.position > ? ORDER BY e.position LIMIT ?`,
  );
  return {
    recordedAfter: (position, limit) => findRows(summaryRowSchema, after, position, limit),
    pageExchanges: (query) => findPage(database, query, conditionsOf(query, search)),
    listMoments: (session, filter) => {
      const { where, values } = joined(conditionsOf({ session, filter }, search));
      const sql = `SELECT e.at, e.native_calls AS nativeCalls FROM ${liveExchanges} ${where} ORDER BY e.at, e.position`;
      return findRows(momentSchema, database.prepare(sql), ...values);
    },
    listExchanges: (query) => {
      const own = countedPage(database, query, search);
      if (!query.withUnkept) return own;
      return joinPages(query, own, countedPage(database, { ...query, session: unkeptSession }, search));
    },
  };
}

function countedPage(database: DatabaseSync, query: ExchangeQuery, search: TextSearch): ExchangePage {
  const conditions = conditionsOf(query, search);
  const page = findPage(database, query, conditions);
  return { ...page, total: countPage(database, query, conditions, page) };
}

function countPage(
  database: DatabaseSync,
  query: ExchangeQuery,
  conditions: readonly SqlCondition[],
  { exchanges, hasMore }: UncountedPage,
): number {
  if (query.filter.trim() === "") return countAll(database, query);
  const isAll = !hasMore && query.before === undefined && query.after === undefined;
  return isAll ? exchanges.length : countFiltered(database, conditions);
}

/** One page out of the same page of two sessions: what is nearest to the cursor. */
function joinPages({ after, limit }: ExchangeQuery, one: ExchangePage, other: ExchangePage): ExchangePage {
  const all = [...one.exchanges, ...other.exchanges].sort((a, b) => b.position - a.position);
  return {
    exchanges: after === undefined ? all.slice(0, limit) : all.slice(-limit),
    total: one.total + other.total,
    hasMore: one.hasMore || other.hasMore || all.length > limit,
  };
}

/** The terms of a filter as conditions. Throws user text where it does not parse. */
export function filterConditions(filter: string, search: TextSearch): SqlCondition[] {
  const parsed = parseFilter(filter);
  if (!parsed.ok) throw new Error(parsed.message);
  return filterCondition(parsed.terms, (text) => search.contains(text));
}

function conditionsOf(
  { session, filter }: Pick<ExchangeQuery, "session" | "filter">,
  search: TextSearch,
): SqlCondition[] {
  const terms = filterConditions(filter, search);
  const place =
    session === undefined ? { sql: `s.removed = ${inUse}`, values: [] } : { sql: "s.id = ?", values: [session] };
  return [place, ...terms];
}

function findPage(
  database: DatabaseSync,
  { before, after, limit }: ExchangeQuery,
  conditions: readonly SqlCondition[],
): UncountedPage {
  const { where, values } = joined([
    ...conditions,
    ...(before === undefined ? [] : [{ sql: "e.position < ?", values: [before] }]),
    ...(after === undefined ? [] : [{ sql: "e.position > ?", values: [after] }]),
  ]);
  // After a cursor, the page that touches it: whoever holds the older rows joins the newer ones on without a gap.
  const order = after === undefined ? "DESC" : "ASC";
  const statement = database.prepare(
    `SELECT ${summaryColumns} FROM ${liveExchanges} ${where} ORDER BY e.position ${order} LIMIT ?`,
  );
  const rows = findRows(summaryRowSchema, statement, ...values, limit + 1);
  const page = rows.slice(0, limit);
  return { exchanges: order === "DESC" ? page : page.reverse(), hasMore: rows.length > limit };
}

/** Sessions keep their count, so that nothing is scanned. */
function countAll(database: DatabaseSync, { session }: ExchangeQuery): number {
  const sum = "SELECT coalesce(sum(exchanges), 0) AS count FROM sessions WHERE";
  return session === undefined
    ? countBy(database, `${sum} removed = ${inUse}`, [])
    : countBy(database, `${sum} removed IN (${inUse}, ${unkept}) AND id = ?`, [session]);
}

function countFiltered(database: DatabaseSync, conditions: readonly SqlCondition[]): number {
  const { where, values } = joined(conditions);
  return countBy(
    database,
    `SELECT count(*) AS count FROM (SELECT 1 FROM ${liveExchanges} ${where} LIMIT ${mostCounted})`,
    values,
  );
}

function countBy(database: DatabaseSync, sql: string, values: readonly SQLInputValue[]): number {
  return findRow(countSchema, database.prepare(sql), ...values)?.count ?? 0;
}

function joined(conditions: readonly SqlCondition[]): { where: string; values: SQLInputValue[] } {
  return {
    where: conditions.length === 0 ? "" : `WHERE ${conditions.map(({ sql }) => sql).join(" AND ")}`,
    values: conditions.flatMap(({ values }) => values),
  };
}
