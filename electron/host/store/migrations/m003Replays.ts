import type { Migration } from "./migration.ts";

/**
 * `replays` keeps how a session was sent again beside the session of its answers, without the key. A row of `replay_results` is written before its request
 * is sent, and completed in the transaction that records the answer: one without `replayed` may or may not have arrived. `sends` counts how often
 * it was sent: above 1 after a run that was cut off.
 */
export const replays: Migration = {
  version: 3,
  sql: `
CREATE TABLE replays (
  session TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  settings TEXT NOT NULL,
  total INTEGER NOT NULL,
  begun_at TEXT NOT NULL,
  ended_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX replays_of_source ON replays (source);

CREATE TABLE replay_results (
  position INTEGER PRIMARY KEY,
  session TEXT NOT NULL,
  recorded TEXT NOT NULL,
  replayed TEXT,
  verdict TEXT,
  summary TEXT NOT NULL DEFAULT '',
  sends INTEGER NOT NULL DEFAULT 1,
  UNIQUE (session, recorded)
) STRICT;
CREATE INDEX replay_results_by_verdict ON replay_results (session, verdict, position);
`,
};
