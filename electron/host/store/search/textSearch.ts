import type { SqlCondition } from "../reader/filterSql.ts";

/** Finds exchanges by the words in them. */
export interface TextSearch {
  /**
   * The condition that an exchange (`e`) contains these words one after the other, the last perhaps only begun. Letters and digits make words, in any case
   * and without accents; everything recorded before the call is searched. Text without a letter or digit is in no exchange.
   */
  contains(text: string): SqlCondition;
}

/** Declares a full-text index that keeps words and no texts. */
export function declareIndex(name: string): string {
  return `CREATE VIRTUAL TABLE ${name} USING fts5(about, request, native, response, content='', contentless_delete=1, tokenize='unicode61')`;
}

export function insertInto(name: string): string {
  return `INSERT INTO ${name} (rowid, about, request, native, response) VALUES (?, ?, ?, ?, ?)`;
}

/** A phrase of FTS5 whose last word is a beginning. A NUL would end the text of the query. */
export function phraseOf(text: string): string {
  return `"${text.replaceAll("\0", " ").replaceAll('"', '""')}" *`;
}

/** The condition that an index, named with its schema, has the exchange for a phrase. */
export function foundIn(index: string): string {
  return `e.position IN (SELECT rowid FROM ${index} WHERE ${index.split(".").at(-1)} MATCH ?)`;
}
