import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { z } from "zod";
import type { TextSearch } from "../search/textSearch.ts";
import { filterConditions } from "./listExchanges.ts";
import { liveExchanges } from "./summaryRow.ts";

const placeSchema = z.object({ position: z.int() });

/** To SQLite a limit below zero is none. */
const noLimit = -1;

export interface PositionReads {
  findPositions(sessions: readonly string[], filter: string): number[];
  findArrivals(session: string, filter: string, count?: number): number[];
}

export function openPositionReads(database: DatabaseSync, search: TextSearch): PositionReads {
  function among(sessions: readonly string[], filter: string): { from: string; values: SQLInputValue[] } {
    const terms = filterConditions(filter, search);
    const places = `s.id IN (${sessions.map(() => "?").join(", ")})`;
    return {
      from: `FROM ${liveExchanges} WHERE ${[places, ...terms.map(({ sql }) => sql)].join(" AND ")}`,
      values: [...sessions, ...terms.flatMap(({ values }) => values)],
    };
  }

  /** Row by row: of a long session no more than its numbers are held. */
  function find(sql: string, values: readonly SQLInputValue[]): number[] {
    return Array.from(database.prepare(sql).iterate(...values), (row) => placeSchema.parse(row).position);
  }

  return {
    findPositions(sessions, filter) {
      const { from, values } = among(sessions, filter);
      const order = sessions.length > 1 ? "e.at, e.position" : "e.position";
      return find(`SELECT e.position ${from} ORDER BY ${order}`, values);
    },
    findArrivals(session, filter, count = noLimit) {
      const { from, values } = among([session], filter);
      const first = `SELECT e.position, e.at ${from} ORDER BY e.position LIMIT ?`;
      return find(`SELECT position FROM (${first}) ORDER BY at, position`, [...values, count]);
    },
  };
}
