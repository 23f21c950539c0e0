import type { Migration } from "./migration.ts";

/** What a replay may have sent twice is counted at each look at it, among all that it sent. */
export const sentAgain: Migration = {
  version: 7,
  sql: "CREATE INDEX replay_results_sent_again ON replay_results (session) WHERE sends > 1",
};
