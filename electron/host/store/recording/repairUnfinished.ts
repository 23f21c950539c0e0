import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { findRows } from "../rows.ts";
import type { TurnTransaction } from "../turnTransaction.ts";
import { openMoveAll } from "./moveAll.ts";
import { sessionStates } from "./sessionRow.ts";

const { inUse, removed, building, deleting } = sessionStates;
const moveSchema = z.object({ key: z.int(), source: z.int(), name: z.string(), exchanges: z.int() });
const namedSchema = z.object({ name: z.string(), exchanges: z.int() });

/**
 * Brings sessions that work was under way on when the last workbench ended into a whole state: what was moved goes back, what was being made is given up, and
 * nobody can want back what was removed. Answers with what to tell a person.
 */
export function repairUnfinished(database: DatabaseSync, transaction: TurnTransaction): string[] {
  const moves = database.prepare(
    `SELECT part.key, whole.key AS source, whole.name, part.exchanges FROM sessions AS part JOIN sessions AS whole ON whole.key = part.source
     WHERE part.removed = ${building} AND whole.removed IN (${inUse}, ${removed})`,
  );
  const moveAll = openMoveAll(database);
  const dropParts = database.prepare(
    `DELETE FROM sessions WHERE removed = ${building} AND source IS NOT NULL AND exchanges = 0`,
  );
  const unfinished = database.prepare(`SELECT name, exchanges FROM sessions WHERE removed = ${building}`);
  const doom = database.prepare(`UPDATE sessions SET removed = ${deleting} WHERE removed IN (${removed}, ${building})`);

  const notices = transaction.write(() => {
    const moved = findRows(moveSchema, moves);
    for (const { key, source } of moved) moveAll(key, source);
    dropParts.run();
    const givenUp = findRows(namedSchema, unfinished);
    doom.run();
    return [
      ...moved.map(({ name, exchanges }) => `A split of “${name}” was cut off. ${told(exchanges)} put back.`),
      ...givenUp.map(
        ({ name, exchanges }) =>
          `An import or a copy into “${name}” was cut off. ${told(exchanges)} taken away again; start it once more.`,
      ),
    ];
  });
  transaction.flush();
  return notices;
}

function told(exchanges: number): string {
  return exchanges === 1 ? "Its 1 exchange was" : `Its ${exchanges} exchanges were`;
}
