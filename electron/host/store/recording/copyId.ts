import { createHash } from "node:crypto";

/**
 * The id of a copy follows from where it stands and what it copies, so that copies find each other as their originals did. It begins as the original's does:
 * ids that lie together in the index are written together.
 */
export function copyId(session: string, id: string): string {
  const [base] = id.split(".");
  return `${base}.${createHash("sha256").update(`${session}/${id}`).digest("hex").slice(0, 16)}`;
}

/** The ids of all copies of an exchange, and of their copies, lie between these two. */
export function copiesOf(id: string): readonly [string, string] {
  return [`${id}.`, `${id}/`];
}
