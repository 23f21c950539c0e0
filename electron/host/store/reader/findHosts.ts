import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type { TextSearch } from "../search/textSearch.ts";
import { filterConditions } from "./listExchanges.ts";
import { liveExchanges } from "./summaryRow.ts";

const hostSchema = z.object({ host: z.string() });

/** The different values of the Host headers of a session's requests, without the order of the requests; read without their bodies. */
export function findHosts(database: DatabaseSync, search: TextSearch, session: string, filter: string): string[] {
  const terms = filterConditions(filter, search);
  const sql = `SELECT DISTINCT line.value ->> 1 AS host FROM ${liveExchanges}
    JOIN payloads AS p ON p.position = e.position, json_each(p.request_headers) AS line
    WHERE ${["s.id = ?", "lower(line.value ->> 0) = 'host'", ...terms.map((term) => term.sql)].join(" AND ")}`;
  const rows = database.prepare(sql).iterate(session, ...terms.flatMap(({ values }) => values));
  return Array.from(rows, (row) => hostSchema.parse(row).host);
}
