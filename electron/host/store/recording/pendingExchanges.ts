import type { DatabaseSync, StatementSync } from "node:sqlite";
import { nativePlace } from "../columns/nativePlace.ts";
import type { Draft } from "../turnTransaction.ts";
import type { ExchangeRows } from "./recordedRows.ts";

function marks(count: number): string {
  return Array(count).fill("?").join(", ");
}

/**
 * The exchanges of a turn, which are inserted together when it ends: a step would have SQLite copy each page that it touches first, which takes as long
 * as the inserts themselves.
 */
export class PendingExchanges implements Draft {
  readonly #exchange: StatementSync;
  readonly #payload: StatementSync;
  readonly #call: StatementSync;
  #pending: ExchangeRows[] = [];

  constructor(database: DatabaseSync) {
    this.#exchange = database.prepare(
      `INSERT INTO exchanges (id, session, seq, at, origin, parent, endpoint, method, path, status, title, subject, duration_ms, request_bytes,
         native_calls, native_pending, lost, changed, assumed, advice, refused, finding_codes, leaves, leaves_mapped)
       VALUES (${marks(24)})`,
    );
    this.#payload = database.prepare(`INSERT INTO payloads VALUES (${marks(6)})`);
    this.#call = database.prepare(`INSERT INTO native_calls VALUES (${marks(9)})`);
  }

  add(rows: ExchangeRows): void {
    this.#pending.push(rows);
  }

  insertCalls(position: number, from: number, calls: ExchangeRows["calls"]): void {
    let index = from;
    for (const columns of calls) {
      this.#call.run(nativePlace(position, index), ...columns);
      index += 1;
    }
  }

  /** What was inserted within a step is gone with the step, so it is pending again. */
  save(): () => void {
    const pending = this.#pending;
    const { length } = pending;
    return () => {
      pending.length = length;
      this.#pending = pending;
    };
  }

  write(): void {
    for (const { exchange, payload, calls } of this.#pending) {
      const position = Number(this.#exchange.run(...exchange).lastInsertRowid);
      this.#payload.run(position, ...payload);
      this.insertCalls(position, 0, calls);
    }
    this.drop();
  }

  /** Begins a new list, so that one which a step has saved stays as it was. */
  drop(): void {
    if (this.#pending.length > 0) this.#pending = [];
  }
}
