import { DatabaseSync } from "node:sqlite";
import { dataFolderAt } from "../../electron/host/store/folder/dataFolder.ts";

/** Keys of native calls are the position of their exchange times this, and the index of the call. */
const callsPerExchange = 2 ** 20;

const columns =
  "session, at, origin, endpoint, method, path, status, title, subject, duration_ms, request_bytes, native_calls, native_pending, lost, changed, assumed, advice, refused, finding_codes, leaves, leaves_mapped";
const message = "request_headers, request_body";
const answer = "response_headers, response_body";

/**
 * Makes a session of at least so many exchanges by copies of what is in it, in no time beside what it takes to send that much. The folder holds this one
 * session's exchanges and nothing else, and no workbench runs on it. `longestBody` leaves out what has a longer request, in bytes.
 */
export function multiplySession(dataDir: string, exchanges: number, longestBody = Number.MAX_SAFE_INTEGER): void {
  using database = new DatabaseSync(dataFolderAt(dataDir).database);
  database.exec("PRAGMA synchronous = OFF; PRAGMA cache_size = -200000");
  const long = "SELECT position FROM exchanges WHERE request_bytes > ?";
  database.prepare(`DELETE FROM native_calls WHERE place / ${callsPerExchange} IN (${long})`).run(longestBody);
  database.prepare(`DELETE FROM payloads WHERE position IN (${long})`).run(longestBody);
  database.prepare("DELETE FROM exchanges WHERE request_bytes > ?").run(longestBody);
  const { last, left } = database.prepare("SELECT max(position) AS last, count(*) AS left FROM exchanges").get() as {
    last: number;
    left: number;
  };
  const times = Math.ceil(exchanges / left);

  const inserts = [
    `INSERT INTO exchanges (position, id, seq, ${columns})
     SELECT position + ?1 * ?2, id || '.' || ?1, seq + ?1 * ?2, ${columns} FROM exchanges WHERE position <= ?2`,
    `INSERT INTO payloads (position, ${message}, ${answer}, findings)
     SELECT position + ?1 * ?2, ${message}, ${answer}, findings FROM payloads WHERE position <= ?2`,
    `INSERT INTO native_calls (place, method, path, ${message}, status, ${answer}, duration_ms)
     SELECT place + ?1 * ?2 * ${callsPerExchange}, method, path, ${message}, status, ${answer}, duration_ms FROM native_calls
     WHERE place < (?2 + 1) * ${callsPerExchange}`,
  ].map((sql) => database.prepare(sql));
  for (let copy = 1; copy < times; copy += 1) {
    database.exec("BEGIN");
    for (const insert of inserts) insert.run(copy, last);
    database.exec("COMMIT");
  }
  database.exec(
    `UPDATE sessions SET bytes = bytes * ${times}, (exchanges, last_seq) =
       (SELECT count(*), coalesce(max(seq), 0) FROM exchanges WHERE session = sessions.key) WHERE removed = 0`,
  );
}
