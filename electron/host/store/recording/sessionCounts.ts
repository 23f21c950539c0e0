import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";
import { findRow } from "../rows.ts";
import type { Draft } from "../turnTransaction.ts";

const seqSchema = z.object({ last_seq: z.int() });

/** What a turn adds to a session. */
interface Added {
  /** The number of its last exchange, those of this turn included. */
  readonly seq: number;
  readonly exchanges: number;
  readonly bytes: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
}

/** The counts of sessions: numbered in memory and written once a turn, not once an exchange. */
export class SessionCounts implements Draft {
  readonly #read: StatementSync;
  readonly #write: StatementSync;
  /** Never changed in place, so that to save it is to remember it. */
  #added: ReadonlyMap<number, Added> = new Map();

  constructor(database: DatabaseSync) {
    this.#read = database.prepare("SELECT last_seq FROM sessions WHERE key = ?");
    this.#write = database.prepare(
      `UPDATE sessions SET last_seq = max(last_seq, ?2), exchanges = exchanges + ?3, bytes = bytes + ?4,
         first_at = coalesce(first_at, ?5), last_at = coalesce(?6, last_at)
       WHERE key = ?1`,
    );
  }

  /** Counts one exchange; answers with its number in the session. */
  count(session: number, bytes: number, at: string): number {
    const before = this.#of(session);
    const seq = before.seq + 1;
    this.#set(session, {
      seq,
      exchanges: before.exchanges + 1,
      bytes: before.bytes + bytes,
      firstAt: before.firstAt ?? at,
      lastAt: at,
    });
    return seq;
  }

  addBytes(session: number, bytes: number): void {
    const before = this.#of(session);
    this.#set(session, { ...before, bytes: before.bytes + bytes });
  }

  save(): () => void {
    const added = this.#added;
    return () => {
      this.#added = added;
    };
  }

  write(): void {
    for (const [session, { seq, exchanges, bytes, firstAt, lastAt }] of this.#added) {
      this.#write.run(session, seq, exchanges, bytes, firstAt, lastAt);
    }
    this.drop();
  }

  drop(): void {
    if (this.#added.size > 0) this.#added = new Map();
  }

  #of(session: number): Added {
    const known = this.#added.get(session);
    if (known) return known;
    const seq = findRow(seqSchema, this.#read, session)?.last_seq ?? 0;
    return { seq, exchanges: 0, bytes: 0, firstAt: null, lastAt: null };
  }

  #set(session: number, added: Added): void {
    this.#added = new Map(this.#added).set(session, added);
  }
}
