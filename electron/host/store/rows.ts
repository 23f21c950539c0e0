import type { SQLInputValue, StatementSync } from "node:sqlite";
import type { z } from "zod";

/** The row a statement finds, as its schema reads it. */
export function findRow<T>(schema: z.ZodType<T>, statement: StatementSync, ...values: SQLInputValue[]): T | undefined {
  const row = statement.get(...values);
  return row && schema.parse(row);
}

/** All rows a statement finds. */
export function findRows<T>(schema: z.ZodType<T>, statement: StatementSync, ...values: SQLInputValue[]): T[] {
  return statement.all(...values).map((row) => schema.parse(row));
}
