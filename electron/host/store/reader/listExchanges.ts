import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { z } from "zod";
import type { ExchangeSummary } from "../../../../core/exchange/exchange.ts";
import { parseFilter } from "../../../../core/exchange/filter/parseFilter.ts";
import { findRow, findRows } from "../rows.ts";
import type { TextSearch } from "../search/textSearch.ts";
import type { ExchangePage, ExchangeQuery } from "../store.ts";
import { filterCondition, type SqlCondition } from "./filterSql.ts";
import { liveExchanges, summaryColumns, summaryRowSchema } from "./summaryRow.ts";

/** A filtered list counts no further: a number beyond it says "many" as well. */
export const mostCounted = 100_000;

const countSchema = z.object({ count: z.int() });

interface ListReads {
  listExchanges(query: ExchangeQuery): ExchangePage;
  recordedAfter(position: number, limit: number): ExchangeSummary[];
}

/** Statements differ with the terms of a filter and are made for each query: that costs microseconds, a page milliseconds. */
export function openListReads(database: DatabaseSync, search: TextSearch): ListReads {
  const after = database.prepare(
    `SELECT ${summaryColumns} FROM ${liveExchanges} WHERE e.position > ? ORDER BY e.position LIMIT ?`,
  );

  function count(conditions: readonly SqlCondition[], isFiltered: boolean, session: string | undefined): number {
    if (!isFiltered) {
      const sum = "SELECT coalesce(sum(exchanges), 0) AS count FROM sessions WHERE removed = 0";
      const own = session === undefined ? [] : [session];
      return findRow(countSchema, database.prepare(own.length ? `${sum} AND id = ?` : sum), ...own)?.count ?? 0;
    }
    const { where, values } = joined(conditions);
    const statement = database.prepare(
      `SELECT count(*) AS count FROM (SELECT 1 FROM ${liveExchanges} ${where} LIMIT ${mostCounted})`,
    );
    return findRow(countSchema, statement, ...values)?.count ?? 0;
  }

  return {
    recordedAfter: (position, limit) => findRows(summaryRowSchema, after, position, limit),
    listExchanges({ session, filter, before, after: newerThan, limit }) {
      const parsed = parseFilter(filter);
      if (!parsed.ok) throw new Error(parsed.message);
      const filtered = [
        ...(session === undefined ? [] : [{ sql: "s.id = ?", values: [session] }]),
        ...filterCondition(parsed.terms, (text) => search.contains(text)),
      ];
      const paged = [
        ...filtered,
        ...(before === undefined ? [] : [{ sql: "e.position < ?", values: [before] }]),
        ...(newerThan === undefined ? [] : [{ sql: "e.position > ?", values: [newerThan] }]),
      ];
      const { where, values } = joined(paged);
      // After a cursor, the page that touches it: whoever holds the older rows joins the newer ones on without a gap.
      const order = newerThan === undefined ? "DESC" : "ASC";
      const statement = database.prepare(
        `SELECT ${summaryColumns} FROM ${liveExchanges} ${where} ORDER BY e.position ${order} LIMIT ?`,
      );
      const rows = findRows(summaryRowSchema, statement, ...values, limit + 1);
      const page = rows.slice(0, limit);
      return {
        exchanges: order === "DESC" ? page : page.reverse(),
        total: count(filtered, parsed.terms.length > 0, session),
        hasMore: rows.length > limit,
      };
    },
  };
}

function joined(conditions: readonly SqlCondition[]): { where: string; values: SQLInputValue[] } {
  return {
    where: conditions.length === 0 ? "" : `WHERE ${conditions.map(({ sql }) => sql).join(" AND ")}`,
    values: conditions.flatMap(({ values }) => values),
  };
}
