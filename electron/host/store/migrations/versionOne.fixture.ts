import { DatabaseSync } from "node:sqlite";
import { createDataFolder, dataFolderAt } from "../folder/dataFolder.ts";
import { initial } from "./m001Initial.ts";
import { applicationId } from "./migrate.ts";

/** A folder as the first version of the database left it: so many exchanges in one session, many sessions that had been removed, and a profile. */
export function buildVersionOne(dataDir: string, { exchanges, removed }: { exchanges: number; removed: number }): void {
  const folder = dataFolderAt(dataDir);
  createDataFolder(folder);
  const database = new DatabaseSync(folder.database);
  database.exec(
    `PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; BEGIN; ${initial.sql}
     PRAGMA application_id = ${applicationId}; PRAGMA user_version = 1;`,
  );
  database.exec(`
    INSERT INTO sessions (id, name, created_at, opened, last_seq, exchanges, bytes)
      VALUES ('ses_old', 'Old', '2026-01-01T00:00:00.000Z', 1, ${exchanges}, ${exchanges}, ${exchanges} * 8);
    WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ${removed})
      INSERT INTO sessions (id, name, created_at, opened, removed)
      SELECT 'ses_' || n, 'Gone ' || n, '2026-01-01T00:00:00.000Z', 0, 1 FROM counted;`);
  database.exec(`INSERT INTO profiles VALUES
    (1, 'ps_test_#0', 'prof_old', 'Ada@Example.com', NULL, 'a1', '{}', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')`);
  const exchange = database.prepare(
    `INSERT INTO exchanges VALUES (?1, 'old-' || CAST(?1 AS INTEGER), 1, ?1, '2026-01-01T00:00:00.000Z', 'captured', NULL, 'events', 'POST', '/api/events', 202, 'Order', '',
       1, 2, 1, 0, 0, 0, 0, 0, 0, '', 1, 1)`,
  );
  const payload = database.prepare(`INSERT INTO payloads VALUES (?1, '[]', '{}', '[]', '{}', '{"said":[],"at":[]}')`);
  const call = database.prepare(
    "INSERT INTO native_calls VALUES (?1 << 20, 'POST', '/v1/events', '[]', '{}', 201, '[]', '{}', 1)",
  );
  for (let position = 1; position <= exchanges; position += 1) {
    for (const statement of [exchange, payload, call]) statement.run(position);
  }
  database.exec("COMMIT");
  database.close();
}
