import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { decodeCoding } from "../../coding/decodeCoding.ts";
import { type BodyColumn, bodyColumnSchema, bytesOf } from "../columns/bodyColumn.ts";
import { headersColumnSchema } from "../columns/headersColumn.ts";
import { nativePlaces } from "../columns/nativePlace.ts";
import { isDamage } from "../folder/inspectDatabase.ts";
import { findRow } from "../rows.ts";

/** The words of an exchange that a search finds, column by column: a phrase does not run from one into the next. */
export interface SearchedText {
  readonly position: number;
  /** About it, its request, its native calls, its response. */
  readonly texts: readonly string[];
}

/** Of each column, so many characters are searched: 1 MiB. */
const mostCharacters = 1024 * 1024;

/**
 * The part of a column that is searched, so that a long text is never in memory whole. Bytes are needed whole to be unpacked. (In SQL a text that is cut also
 * ends at its first NUL, so a short one is left as it is.)
 */
const searchedPart = (column: string): string =>
  `iif(typeof(${column}) = 'text' AND octet_length(${column}) > ${mostCharacters}, substr(${column}, 1, ${mostCharacters}), ${column})
   AS ${column.split(".").at(-1)}`;

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

const placeSchema = z.object({ position: z.int(), seq: z.int(), session: z.string() });

/** An exchange that cannot be read. */
export type Unreadable = z.infer<typeof placeSchema>;

/** What is damaged is left without words, so that all else is found. */
const noTexts = ["", "", "", ""] as const;

/**
 * Reads the searched text of the exchanges after a position, one at a time, in order of recording. One that cannot be read, the database being damaged there, has
 * none, and `onUnreadable` is told.
 */
export function openSearchedTexts(
  database: DatabaseSync,
  onUnreadable: (where: Unreadable) => void = () => undefined,
): (after: number) => Iterable<SearchedText> {
  const rows = database.prepare(
    `SELECT e.position, concat_ws(' ', e.method, e.path, e.title, e.subject) AS about,
       p.request_headers, ${searchedPart("p.request_body")}, ${searchedPart("p.response_body")}
     FROM exchanges AS e JOIN payloads AS p USING (position) WHERE e.position > ? ORDER BY e.position`,
  );
  const calls = database.prepare(
    `SELECT ${searchedPart("request_body")}, ${searchedPart("response_body")}
     FROM native_calls WHERE place BETWEEN ? AND ? ORDER BY place`,
  );

  const places = database.prepare(
    `SELECT e.position, e.seq, s.name AS session FROM exchanges AS e JOIN sessions AS s ON s.key = e.session
     WHERE e.position > ? ORDER BY e.position LIMIT 1`,
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

  function textsOf(row: unknown): SearchedText {
    const { position, about, request_headers, request_body, response_body } = rowSchema.parse(row);
    const request = decodeCoding(bytesOf(request_body), request_headers).toString("utf8");
    const texts = [about, request, nativeText(position), textOf(response_body ?? "")] as const;
    return { position, texts: texts.map((text) => text.slice(0, mostCharacters)) };
  }

  /** The position of what cannot be read after another one. */
  function passOver(last: number, fault: unknown): number {
    const where = isDamage(fault) ? findRow(placeSchema, places, last) : undefined;
    if (!where) throw fault;
    onUnreadable(where);
    return where.position;
  }

  return function* textsAfter(after) {
    for (let last = after; ; ) {
      try {
        for (const row of rows.iterate(last)) {
          const text = textsOf(row);
          last = text.position;
          yield text;
        }
        return;
      } catch (fault) {
        last = passOver(last, fault);
        yield { position: last, texts: noTexts };
      }
    }
  };
}
