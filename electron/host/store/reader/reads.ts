import type { DatabaseSync } from "node:sqlite";
import type { TextSearch } from "../search/textSearch.ts";
import type { StoreReader } from "../store.ts";
import { openComparisonReads } from "./comparisonReads.ts";
import { openExchangeRows } from "./exchangeRows.ts";
import { openFindExpired } from "./findExpired.ts";
import { openPositionReads } from "./findPositions.ts";
import { openItemReads } from "./items/itemReads.ts";
import { openListReads } from "./listExchanges.ts";
import { openReplayReads } from "./replayReads.ts";
import { openSandboxReads } from "./sandboxReads.ts";

/** The calls of `StoreReader`, on the thread that asks. */
type Reads = {
  readonly [Call in keyof StoreReader]: (
    ...input: Parameters<StoreReader[Call]>
  ) => Awaited<ReturnType<StoreReader[Call]>>;
};

export function openReads(database: DatabaseSync, search: TextSearch): Reads {
  const rows = openExchangeRows(database);
  const lists = openListReads(database, search);
  return {
    ...lists,
    ...openPositionReads(database, search),
    findExpired: openFindExpired(database),
    ...openItemReads(database, rows),
    ...openReplayReads(database, rows.summary),
    ...openComparisonReads(database, rows, lists),
    ...openSandboxReads(database),
    getExchange: (id) => rows.exchange(id),
    getExchangeAt: (position) => rows.exchangeAt(position),
  };
}

/** Runs a read over one state of the database, whatever is committed meanwhile. */
export function inSnapshot<T>(database: DatabaseSync, read: () => T): T {
  database.exec("BEGIN");
  try {
    return read();
  } finally {
    database.exec("COMMIT");
  }
}
