import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { dataFolderAt } from "./folder/dataFolder.ts";

const bodies = "coalesce(octet_length(request_body), 0) + coalesce(octet_length(response_body), 0)";
const callsOf = "BETWEEN e.position << 20 AND ((e.position + 1) << 20) - 1";
/** Sessions whose rows and counts must agree: not those that are being deleted in slices. */
const whole = "FROM sessions AS s WHERE s.removed <> 3";

/** What must find no row in a database in which nothing is half written. */
const questions: Readonly<Record<string, string>> = {
  "pages are damaged": "SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
  "rows name a session that is not there": "SELECT * FROM pragma_foreign_key_check",
  "exchanges have no payload": "SELECT id FROM exchanges WHERE position NOT IN (SELECT position FROM payloads)",
  "payloads have no exchange": "SELECT position FROM payloads WHERE position NOT IN (SELECT position FROM exchanges)",
  "native calls have no exchange":
    "SELECT place FROM native_calls WHERE (place >> 20) NOT IN (SELECT position FROM exchanges)",
  "exchanges have more or fewer native calls than they say": `SELECT id FROM exchanges AS e
     WHERE native_calls <> (SELECT count(*) FROM native_calls WHERE place ${callsOf})`,
  "an answer has a status and no body, or the other way round": `SELECT id FROM exchanges JOIN payloads USING (position)
     WHERE (status IS NULL) <> (response_body IS NULL)`,
  "a session counts other exchanges than it has": `SELECT id ${whole}
     AND exchanges <> (SELECT count(*) FROM exchanges WHERE session = s.key)`,
  "a session counts other bytes than it has": `SELECT id ${whole}
     AND bytes <> coalesce((SELECT sum((SELECT ${bodies} FROM payloads WHERE position = e.position)
       + coalesce((SELECT sum(${bodies}) FROM native_calls WHERE place ${callsOf}), 0)) FROM exchanges AS e WHERE session = s.key), 0)`,
  "a number in a session is given twice": "SELECT session FROM exchanges GROUP BY session, seq HAVING count(*) > 1",
  "a session numbers on from before its last": `SELECT id ${whole}
     AND last_seq < coalesce((SELECT max(seq) FROM exchanges WHERE session = s.key), 0)`,
};

/** What is wrong in the database of a folder, which may be in use; nothing where all that is written is written wholly. */
export function faultsIn(dataDir: string): string[] {
  using database = readable(dataDir);
  return Object.entries(questions).flatMap(([fault, question]) =>
    database
      .prepare(question)
      .all()
      .slice(0, 3)
      .map((row) => `${fault}: ${JSON.stringify(row)}`),
  );
}

export interface RecordedRow {
  readonly id: string;
  readonly session: string;
}

/** All exchanges of sessions in use, in the order of recording. */
export function recordedRows(dataDir: string): RecordedRow[] {
  using database = readable(dataDir);
  return database
    .prepare(
      "SELECT e.id, s.name AS session FROM exchanges AS e JOIN sessions AS s ON s.key = e.session WHERE s.removed = 0 ORDER BY position",
    )
    .all()
    .map((row) => z.object({ id: z.string(), session: z.string() }).parse(row));
}

function readable(dataDir: string): DatabaseSync {
  return new DatabaseSync(dataFolderAt(dataDir).database, { readOnly: true, timeout: 5000 });
}
