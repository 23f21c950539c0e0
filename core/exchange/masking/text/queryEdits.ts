import { decodePercent, writtenEdits } from "./DecodedText.ts";
import { type Edit, movedEdits, pickEdits } from "./edit.ts";
import { decodedValue, namedEdit } from "./parameterEdits.ts";
import { type TextSearch, textEdits } from "./textEdits.ts";

/** In a filter (`equals(external_id,"cust_1")`): a name and the value it is compared with. */
const comparison = /([\w.$-]{1,100}),\s*(?:"([^"]*)"|'([^']*)')/g;

function valueEdits(name: string, value: string, search: TextSearch): readonly Edit[] {
  const named = namedEdit(name, value, 0, search.pass);
  if (named) return [named];
  const edits = [...textEdits(value, search)];
  for (const { 0: whole, 1: field = "", 2: double, 3: single, index } of value.matchAll(comparison)) {
    const compared = double ?? single ?? "";
    const edit = namedEdit(field, compared, index + whole.length - compared.length - 1, search.pass);
    if (edit) edits.push(edit);
  }
  return pickEdits(edits);
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
    const value = decodedValue(written);
    edits.push(movedEdits(writtenEdits(name, textEdits(name.text, search)), start));
    edits.push(movedEdits(writtenEdits(value, valueEdits(name.text, value.text, search)), start + valueStart));
    start += parameter.length + 1;
  }
  return edits.flat();
}
