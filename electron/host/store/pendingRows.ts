import type { Draft } from "./turnTransaction.ts";

/** What a turn adds to a table, inserted together when the turn ends: for an insert within a step, SQLite copies each page that it touches first. */
export class PendingRows<Row> implements Draft {
  readonly #insert: (row: Row) => void;
  readonly #keyOf: (row: Row) => string | null;
  #rows: Row[] = [];
  /** Made when one is looked for. */
  #byKey: Map<string | null, Row> | undefined;

  constructor(insert: (row: Row) => void, keyOf: (row: Row) => string | null) {
    this.#insert = insert;
    this.#keyOf = keyOf;
  }

  add(row: Row): void {
    this.#rows.push(row);
    this.#byKey?.set(this.#keyOf(row), row);
  }

  find(key: string): Row | undefined {
    this.#byKey ??= new Map(this.#rows.map((row) => [this.#keyOf(row), row]));
    return this.#byKey.get(key);
  }

  /** What was inserted within a step is gone with the step, so it is pending again. */
  save(): () => void {
    const rows = this.#rows;
    const { length } = rows;
    return () => {
      rows.length = length;
      this.#rows = rows;
      this.#byKey = undefined;
    };
  }

  write(): void {
    for (const row of this.#rows) this.#insert(row);
    this.drop();
  }

  /** Begins a new list, so that one which a step has saved stays as it was. */
  drop(): void {
    if (this.#rows.length === 0) return;
    this.#rows = [];
    this.#byKey = undefined;
  }
}
