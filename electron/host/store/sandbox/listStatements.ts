import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Page } from "../sandboxTables.ts";

type Where<Column extends string> = Readonly<Record<Column, string | undefined>>;
type Columns = {
  readonly profiles: "email_key" | "phone" | "external_id";
  readonly events: "profile_id" | "event_type";
};

/** Statements for pages of a sandbox table, newest first: one for each combination of filters, made when it is first asked for. */
export class ListStatements<Table extends keyof Columns> {
  readonly #database: DatabaseSync;
  readonly #table: Table;
  readonly #columns: string;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync, table: Table, columns: string) {
    this.#database = database;
    this.#table = table;
    this.#columns = columns;
  }

  find(
    property: string,
    { limit, after }: Page,
    where: Where<Columns[Table]>,
  ): { statement: StatementSync; values: (string | number)[] } {
    const conditions = ["property = ?"];
    const values: (string | number)[] = [property];
    for (const [column, value] of Object.entries<string | undefined>(where)) {
      if (value === undefined) continue;
      conditions.push(`${column} = ?`);
      values.push(value);
    }
    if (after !== undefined) {
      conditions.push(`position < (SELECT position FROM ${this.#table} WHERE id = ? AND property = ?)`);
      values.push(after, property);
    }
    return { statement: this.#statement(conditions.join(" AND ")), values: [...values, limit] };
  }

  #statement(condition: string): StatementSync {
    let statement = this.#statements.get(condition);
    if (!statement) {
      statement = this.#database.prepare(
        `SELECT ${this.#columns} FROM ${this.#table} WHERE ${condition} ORDER BY position DESC LIMIT ?`,
      );
      this.#statements.set(condition, statement);
    }
    return statement;
  }
}
