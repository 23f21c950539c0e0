import { fitsSuggestion, kindOfName, noSurroundings } from "../fields/personalNames.ts";
import { decodePercent, writtenEdits } from "./DecodedText.ts";
import { type Edit, movedEdits, pickEdits } from "./edit.ts";
import { type TextSearch, textEdits } from "./textEdits.ts";

/** In a filter (`equals(external_id,"cust_1")`): a name and the value it is compared with. */
const comparison = /([\w.$-]{1,100}),\s*(?:"([^"]*)"|'([^']*)')/g;

/** The edit of a value that its name says to be personal; `start` is where the value stands. */
function namedEdit(name: string, value: string, start: number, { pass }: TextSearch): Edit | undefined {
  const kind = kindOfName(name, noSurroundings);
  if (!kind || value === "" || !fitsSuggestion(kind, value)) return undefined;
  const text = pass.replace(kind, value);
  return text === undefined ? undefined : { start, end: start + value.length, text, kind };
}

function valueEdits(name: string, value: string, search: TextSearch): readonly Edit[] {
  const named = namedEdit(name, value, 0, search);
  if (named) return [named];
  const edits = [...textEdits(value, search)];
  for (const { 0: whole, 1: field = "", 2: double, 3: single, index } of value.matchAll(comparison)) {
    const compared = double ?? single ?? "";
    const edit = namedEdit(field, compared, index + whole.length - compared.length - 1, search);
    if (edit) edits.push(edit);
  }
  return pickEdits(edits);
}

/** A plus sign before a digit is one of a phone number that was not encoded, any other is a space. */
function isPlusSpace(value: string): boolean {
  return !/^\+\d/.test(value);
}

/** Edits of a query or of a form (`a=1&b=2`), without the "?" before it: values by the names of their parameters, and as text. */
export function queryEdits(query: string, search: TextSearch): Edit[] {
  const edits: Edit[][] = [];
  let start = 0;
  for (const parameter of query.split("&")) {
    const equals = parameter.indexOf("=");
    const valueStart = equals + 1;
    const name = decodePercent(equals === -1 ? "" : parameter.slice(0, equals));
    const written = parameter.slice(valueStart);
    const value = decodePercent(written, isPlusSpace(written));
    edits.push(movedEdits(writtenEdits(name, textEdits(name.text, search)), start));
    edits.push(movedEdits(writtenEdits(value, valueEdits(name.text, value.text, search)), start + valueStart));
    start += parameter.length + 1;
  }
  return edits.flat();
}
