import { filterKeys, findFilterKey } from "./filterKeys.ts";
import type { FilterTerm } from "./filterTerm.ts";

/** `at` is where in the text the term stands that was not understood, counted in characters from 0. */
export type ParsedFilter =
  | { readonly ok: true; readonly terms: FilterTerm[] }
  | { readonly ok: false; readonly message: string; readonly at: number };

/** A term: perhaps "-", perhaps "key:", then a quoted phrase (perhaps still open, while it is typed) or anything without a space. */
const termForm = /(-?)(?:([A-Za-z][\w-]*):)?(?:"((?:[^"\\]|\\.)*)(?:"|\\?$)|(\S*))/y;

const gap = /\s+/y;

function skipGap(text: string, at: number): number {
  gap.lastIndex = at;
  return gap.test(text) ? gap.lastIndex : at;
}

type ReadTerm =
  | { readonly ok: true; readonly term: FilterTerm | undefined }
  | { readonly ok: false; readonly message: string };

function readTerm(key: string | undefined, value: string, negated: boolean): ReadTerm {
  if (key === undefined) {
    return { ok: true, term: value === "" ? undefined : { kind: "text", text: value, negated } };
  }
  const row = findFilterKey(key);
  if (!row) {
    const known = filterKeys.map((other) => other.key).join(", ");
    return { ok: false, message: `The filter has no key "${key}". It has ${known}; put text with a colon in quotes.` };
  }
  const test = value === "" ? undefined : row.read(value);
  if (!test) {
    const said = value === "" ? "no value" : `"${value}"`;
    return { ok: false, message: `${row.key}: takes ${row.takes}, and there is ${said}.` };
  }
  return { ok: true, term: { kind: "key", key: row.key, value, test, negated } };
}

/**
 * Reads the filter language: words, "quoted phrases" and key:value terms, each turned round by a "-" before it; all must hold. Keys and values are those of
 * `filterKeys`. Never throws.
 */
export function parseFilter(text: string): ParsedFilter {
  const terms: FilterTerm[] = [];
  let at = skipGap(text, 0);
  while (at < text.length) {
    termForm.lastIndex = at;
    const [whole = "", minus, key, quoted, bare] = termForm.exec(text) ?? [];
    const value = quoted === undefined ? (bare ?? "") : quoted.replace(/\\(.)/g, "$1");
    const read = readTerm(key, value, minus === "-");
    if (!read.ok) return { ...read, at };
    if (read.term) terms.push(read.term);
    at = skipGap(text, at + whole.length);
  }
  return { ok: true, terms };
}
