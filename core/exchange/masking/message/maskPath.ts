import { applyEdits, movedEdits, type OnEdits, pickEdits } from "../text/edit.ts";
import { queryEdits } from "../text/queryEdits.ts";
import { type TextSearch, textEdits } from "../text/textEdits.ts";

/** A path with its query, as sent: only what is masked changes, percent-encoded as it has to be. */
export function maskPath(path: string, search: TextSearch, onEdits: OnEdits): string {
  const queryStart = path.indexOf("?") + 1;
  const inQuery = queryStart === 0 ? [] : queryEdits(path.slice(queryStart), search);
  const edits = pickEdits([...textEdits(path, search), ...movedEdits(inQuery, queryStart)]);
  onEdits(edits);
  return applyEdits(path, edits);
}
