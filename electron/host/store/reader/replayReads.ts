import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { outcomes, type ReplayResultRow } from "../../../../core/contract/replay.ts";
import type { ExchangeSummary } from "../../../../core/exchange/exchange.ts";
import { openReplayTotals, outcomeColumn, replayColumns, replayRowSchema } from "../recording/replayTable.ts";
import { findRows } from "../rows.ts";
import type { KeptReplay, ReplayResultPage, ReplayResultQuery } from "../store.ts";

const listedSchema = replayRowSchema.extend({ name: z.string() });
const resultSchema = z.object({
  position: z.int(),
  recorded: z.string(),
  replayed: z.string().nullable(),
  outcome: z.enum(outcomes),
  summary: z.string(),
  sends: z.int(),
});

interface ReplayReads {
  listReplays(session: string): KeptReplay[];
  listReplayResults(query: ReplayResultQuery): ReplayResultPage;
}

/** `summary` finds an exchange that is there. */
export function openReplayReads(
  database: DatabaseSync,
  summary: (id: string) => ExchangeSummary | undefined,
): ReplayReads {
  const list = database.prepare(
    `SELECT ${replayColumns}, s.name FROM replays AS r JOIN sessions AS s ON s.id = r.session AND s.removed = 0
     WHERE r.source = ?1 OR r.session = ?1 ORDER BY s.key DESC`,
  );
  const totals = openReplayTotals(database);
  const page = (condition: string) =>
    database.prepare(
      `SELECT position, recorded, replayed, ${outcomeColumn}, summary, sends FROM replay_results
       WHERE session = ?1 AND position > ?2 ${condition} ORDER BY position LIMIT ?3`,
    );
  const all = page("");
  const answered = page("AND verdict = ?4");
  const pending = page("AND verdict IS NULL");

  function rowsOf({ session, outcome, after, limit }: ReplayResultQuery): z.infer<typeof resultSchema>[] {
    if (outcome === undefined) return findRows(resultSchema, all, session, after, limit + 1);
    if (outcome === "pending") return findRows(resultSchema, pending, session, after, limit + 1);
    return findRows(resultSchema, answered, session, after, limit + 1, outcome);
  }

  return {
    listReplays: (session) =>
      findRows(listedSchema, list, session).map((row) => ({ ...row, totals: totals(row.session) })),
    listReplayResults(query) {
      const rows = rowsOf(query);
      const results = rows.slice(0, query.limit).map(
        ({ recorded, replayed, ...row }): ReplayResultRow => ({
          ...row,
          recorded: summary(recorded) ?? null,
          replayed: (replayed === null ? undefined : summary(replayed)) ?? null,
        }),
      );
      return { results, totals: totals(query.session), hasMore: rows.length > query.limit };
    },
  };
}
