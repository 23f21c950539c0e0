import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { withoutCredentials } from "../../../../core/contract/baseUrl.ts";
import {
  outcomes,
  type ReplaySettings,
  type ReplayTotals,
  replaySettingsSchema,
} from "../../../../core/contract/replay.ts";
import { verdicts } from "../../../../core/exchange/compare/compareExchanges.ts";
import type { DataFolder } from "../folder/dataFolder.ts";
import { claimReplay, forgetReplayClaim, isReplayClaimed } from "../folder/replayClaims.ts";
import { findRow, findRows } from "../rows.ts";
import type { ReplayTable } from "../store.ts";
import { sessionStates } from "./sessionRow.ts";

/** An earlier workbench kept the password of an address that it was typed into; it was never sent, and is not shown. */
function readSettings(text: string): ReplaySettings {
  return replaySettingsSchema.parse(
    JSON.parse(text, (name, value: unknown) =>
      name === "baseUrl" && typeof value === "string" ? withoutCredentials(value) : value,
    ),
  );
}

export const replayRowSchema = z.object({
  session: z.string(),
  source: z.string(),
  settings: z.string().transform(readSettings),
  total: z.int(),
  begunAt: z.string(),
  endedAt: z.string().nullable(),
});
export const replayColumns = "r.session, r.source, r.settings, r.total, r.begun_at AS begunAt, r.ended_at AS endedAt";

export const outcomeColumn = "coalesce(verdict, 'pending') AS outcome";
const countSchema = z.object({ outcome: z.enum(outcomes), count: z.int() });
const againSchema = z.object({ count: z.int() });

/** Counts what became of the exchanges of a replay. */
export function openReplayTotals(database: DatabaseSync): (session: string) => ReplayTotals {
  const counts = database.prepare(
    `SELECT ${outcomeColumn}, count(*) AS count FROM replay_results WHERE session = ? GROUP BY verdict`,
  );
  const again = database.prepare("SELECT count(*) AS count FROM replay_results WHERE session = ? AND sends > 1");
  return (session) => {
    const sentAgain = findRow(againSchema, again, session)?.count ?? 0;
    const totals: ReplayTotals = { same: 0, changed: 0, failed: 0, pending: 0, again: sentAgain };
    for (const { outcome, count } of findRows(countSchema, counts, session)) totals[outcome] = count;
    return totals;
  };
}

const replayedSchema = z.object({ session: z.string() });
const sentSchema = z.object({ replayed: z.string().nullable(), verdict: z.enum(verdicts).nullable() });

export function openReplayTable(database: DatabaseSync, folder: DataFolder): ReplayTable {
  const insert = database.prepare(
    "INSERT INTO replays (session, source, settings, total, begun_at) VALUES (?, ?, ?, ?, ?)",
  );
  const end = database.prepare("UPDATE replays SET ended_at = ? WHERE session = ?");
  const one = database.prepare(`SELECT ${replayColumns} FROM replays AS r WHERE session = ?`);
  const wanted = database.prepare(
    `SELECT 1 AS found FROM replays AS r JOIN sessions AS s ON s.id = r.session
     WHERE (r.source = ?1 OR r.session = ?1) AND r.ended_at IS NULL AND s.removed = ${sessionStates.inUse} LIMIT 1`,
  );
  const unended = database.prepare(
    "SELECT session FROM replays WHERE (source = ?1 OR session = ?1) AND ended_at IS NULL",
  );
  const sent = database.prepare("SELECT replayed, verdict FROM replay_results WHERE session = ? AND recorded = ?");
  const sending = database.prepare(
    `INSERT INTO replay_results (session, recorded) VALUES (?, ?)
     ON CONFLICT (session, recorded) DO UPDATE SET sends = sends + 1`,
  );
  const answered = database.prepare(
    "UPDATE replay_results SET replayed = ?3, verdict = ?4, summary = ?5 WHERE session = ?1 AND recorded = ?2",
  );
  const get: ReplayTable["get"] = (session) => findRow(replayRowSchema, one, session);
  return {
    begin: (session, { source, settings, total }) =>
      void insert.run(session, source, JSON.stringify(settings), total, new Date().toISOString()),
    end: (session) => void end.run(new Date().toISOString(), session),
    totals: openReplayTotals(database),
    get,
    claim(session) {
      const lock = claimReplay(folder, session);
      return (
        lock && {
          release() {
            lock.release();
            if (get(session)?.endedAt) forgetReplayClaim(folder, session);
          },
        }
      );
    },
    isClaimed: (session) => isReplayClaimed(folder, session),
    isBeingSent: (session) =>
      findRows(replayedSchema, unended, session).some((replay) => isReplayClaimed(folder, replay.session)),
    isWanted: (session) => wanted.get(session) !== undefined,
    sent: (session, recorded) => findRow(sentSchema, sent, session, recorded),
    sending: (session, recorded) => void sending.run(session, recorded),
    answered: (session, { recorded, replayed, verdict, summary }) =>
      void answered.run(session, recorded, replayed, verdict, summary),
  };
}
