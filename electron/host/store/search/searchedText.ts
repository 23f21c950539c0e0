import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { type BodyColumn, bodyColumnSchema, bytesOf } from "../columns/bodyColumn.ts";
import { decodeCoding } from "../columns/decodeCoding.ts";
import { headersColumnSchema } from "../columns/headersColumn.ts";
import { nativePlaces } from "../columns/nativePlace.ts";
import { findRows } from "../rows.ts";

/** The words of an exchange that a search finds, column by column: a phrase does not run from one into the next. */
export interface SearchedText {
  readonly position: number;
  readonly texts: readonly [about: string, request: string, native: string, response: string];
}

/** Of each column, so many characters are searched: 1 MiB. */
const mostCharacters = 1024 * 1024;

const rowSchema = z.object({
  position: z.int(),
  about: z.string(),
  request_headers: headersColumnSchema,
  request_body: bodyColumnSchema,
  response_body: bodyColumnSchema.nullable(),
});
const callSchema = z.object({ request_body: bodyColumnSchema, response_body: bodyColumnSchema.nullable() });

function textOf(body: BodyColumn): string {
  return typeof body === "string" ? body : bytesOf(body).toString("utf8");
}

/** Reads the searched text of exchanges after a position, in order of recording. */
export function openSearchedTexts(database: DatabaseSync): (after: number, limit: number) => SearchedText[] {
  const rows = database.prepare(
    `SELECT e.position, concat_ws(' ', e.method, e.path, e.title, e.subject) AS about, p.request_headers, p.request_body, p.response_body
     FROM exchanges AS e JOIN payloads AS p USING (position) WHERE e.position > ? ORDER BY e.position LIMIT ?`,
  );
  const calls = database.prepare(
    "SELECT request_body, response_body FROM native_calls WHERE place BETWEEN ? AND ? ORDER BY place",
  );

  function nativeText(position: number): string {
    const parts: string[] = [];
    let length = 0;
    for (const row of calls.iterate(...nativePlaces(position))) {
      const { request_body, response_body } = callSchema.parse(row);
      const part = `${textOf(request_body)}\n${response_body === null ? "" : textOf(response_body)}`;
      parts.push(part);
      length += part.length;
      if (length > mostCharacters) break;
    }
    return parts.join("\n").slice(0, mostCharacters);
  }

  return (after, limit) =>
    findRows(rowSchema, rows, after, limit).map(({ position, about, request_headers, request_body, response_body }) => {
      const request = decodeCoding(bytesOf(request_body), request_headers).toString("utf8");
      return {
        position,
        texts: [
          about,
          request.slice(0, mostCharacters),
          nativeText(position),
          textOf(response_body ?? "").slice(0, mostCharacters),
        ],
      };
    });
}
