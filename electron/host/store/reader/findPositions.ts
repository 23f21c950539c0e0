import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { findRows } from "../rows.ts";
import type { TextSearch } from "../search/textSearch.ts";
import { filterConditions } from "./listExchanges.ts";
import { liveExchanges } from "./summaryRow.ts";

const placeSchema = z.object({ position: z.int() });

export type FindPositions = (sessions: readonly string[], filter: string) => number[];

export function openFindPositions(database: DatabaseSync, search: TextSearch): FindPositions {
  return (sessions, filter) => {
    const conditions = filterConditions(filter, search);
    const among = `s.id IN (${sessions.map(() => "?").join(", ")})`;
    const statement = database.prepare(
      `SELECT e.position FROM ${liveExchanges} WHERE ${[among, ...conditions.map(({ sql }) => sql)].join(" AND ")}
       ORDER BY ${sessions.length > 1 ? "e.at, e.position" : "e.position"}`,
    );
    return findRows(placeSchema, statement, ...sessions, ...conditions.flatMap(({ values }) => values)).map(
      ({ position }) => position,
    );
  };
}
