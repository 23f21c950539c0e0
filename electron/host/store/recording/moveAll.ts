import type { DatabaseSync } from "node:sqlite";

/**
 * Puts all exchanges of one session into another, at once: for few of them, or where nobody waits. The keys are those of the rows; the counts that are kept in
 * memory must be written before.
 */
export function openMoveAll(database: DatabaseSync): (from: number, to: number) => void {
  // Numbers of a session grow: the moved ones go on after its last.
  const move = database.prepare(
    `UPDATE exchanges SET session = ?2, seq = seq
       + (SELECT last_seq FROM sessions WHERE key = ?2) + 1 - (SELECT min(seq) FROM exchanges WHERE session = ?1)
     WHERE session = ?1`,
  );
  const add = database.prepare(
    `UPDATE sessions AS kept SET last_seq = kept.last_seq + moved.last_seq, exchanges = kept.exchanges + moved.exchanges, bytes = kept.bytes + moved.bytes,
       first_at = min(coalesce(kept.first_at, moved.first_at), moved.first_at), last_at = max(coalesce(kept.last_at, moved.last_at), moved.last_at)
     FROM sessions AS moved WHERE moved.key = ?1 AND kept.key = ?2 AND moved.exchanges > 0`,
  );
  const empty = database.prepare(
    "UPDATE sessions SET last_seq = 0, exchanges = 0, bytes = 0, dropped = 0, first_at = NULL, last_at = NULL WHERE key = ?",
  );
  return (from, to) => {
    move.run(from, to);
    add.run(from, to);
    empty.run(from);
  };
}
