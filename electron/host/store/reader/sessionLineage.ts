import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type { RelatedSession } from "../../../../core/contract/comparison.ts";
import { findRows } from "../rows.ts";

/** A replay is one of all exchanges: the first ones tell as much as all would. */
const looked = 200;

const idSchema = z.object({ id: z.string() });

const own = (column: string) =>
  `SELECT ${column} FROM exchanges WHERE session = (SELECT key FROM sessions WHERE id = ?) AND ${column} IS NOT NULL
   ORDER BY position LIMIT ${looked}`;

const sessionsOf = (joined: string) =>
  `SELECT s.id FROM ${joined} JOIN sessions AS s ON s.key = found.session AND s.removed = 0 GROUP BY s.key ORDER BY s.key DESC`;

/** Which sessions the exchanges of a session came from, and which came from them. */
export function openSessionLineage(database: DatabaseSync): (session: string) => RelatedSession[] {
  const statements = {
    parent: database.prepare(
      sessionsOf(`(${own("parent")}) AS mine JOIN exchanges AS found ON found.id = mine.parent`),
    ),
    child: database.prepare(sessionsOf(`(${own("id")}) AS mine JOIN exchanges AS found ON found.parent = mine.id`)),
    twin: database.prepare(
      sessionsOf(`(${own("parent")}) AS mine JOIN exchanges AS found ON found.parent = mine.parent`),
    ),
  } as const;
  return (session) => {
    const known = new Set([session]);
    const related: RelatedSession[] = [];
    for (const relation of ["parent", "child", "twin"] as const) {
      for (const { id } of findRows(idSchema, statements[relation], session)) {
        if (known.has(id)) continue;
        known.add(id);
        related.push({ id, relation });
      }
    }
    return related;
  };
}
