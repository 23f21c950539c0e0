import type { Migration } from "./migration.ts";

/**
 * Sessions get a note and tags. `removed` becomes a state: 0 in use, 1 removed and still to be had back, 2 under construction (an import or a copy that is
 * not whole yet), 3 being deleted.
 */
export const sessionNotes: Migration = {
  version: 2,
  sql: `
ALTER TABLE sessions ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
UPDATE sessions SET removed = 3 WHERE removed = 1;
CREATE TABLE notes (exchange TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
`,
};
