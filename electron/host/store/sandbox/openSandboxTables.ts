import type { DatabaseSync } from "node:sqlite";
import type { SandboxTables } from "../sandboxTables.ts";
import type { TurnTransaction } from "../turnTransaction.ts";
import { openEventRows } from "./eventRows.ts";
import { openProfileRows } from "./profileRows.ts";

export function openSandboxTables(database: DatabaseSync, transaction: TurnTransaction): SandboxTables {
  const emptyOne = ["profiles", "events"].map((table) => database.prepare(`DELETE FROM ${table} WHERE property = ?`));
  return {
    ...openProfileRows(database),
    ...openEventRows(database, transaction),
    reset: (property) => {
      transaction.settle();
      if (property === undefined) database.exec("DELETE FROM profiles; DELETE FROM events");
      else for (const statement of emptyOne) statement.run(property);
    },
  };
}
