import type { Migration } from "./migration.ts";

/**
 * The index of a session's exchanges holds what filters ask for most, so that a filter that few exchanges fit, and the count of one that many fit, read
 * the index and not the rows: a fourth of the time in a session of a million.
 */
export const filters: Migration = {
  version: 5,
  sql: `
DROP INDEX exchanges_of_session;
CREATE INDEX exchanges_of_session ON exchanges
  (session, position, status, endpoint, method, origin, duration_ms, lost, changed, assumed, advice, refused);
`,
};
