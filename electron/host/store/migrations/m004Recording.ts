import type { Migration } from "./migration.ts";

/**
 * A session of state 4 holds what arrived while recording was paused; there is one. `dropped` counts the exchanges that a limit has taken out of a session.
 * `source` is the key of the session that the exchanges of one under construction are being moved out of: an end before it is whole puts them back.
 */
export const recording: Migration = {
  version: 4,
  sql: `
ALTER TABLE sessions ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN source INTEGER;
INSERT INTO sessions (id, name, created_at, opened, removed) VALUES ('unkept', 'Not kept', '', 0, 4);
`,
};
