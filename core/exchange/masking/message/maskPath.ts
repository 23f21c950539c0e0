import { applyEdits, type Edit, movedEdits, type OnEdits, pickEdits } from "../text/edit.ts";
import { queryEdits } from "../text/queryEdits.ts";
import { type TextSearch, textEdits } from "../text/textEdits.ts";

/** Klaviyo's id of a person, as it stands in a path ("/api/profiles/01GDDKASAP8TKDDA2GRZDSVP4H"). */
const profileSegment = /(?<=\/profiles\/)[0-9A-HJKMNP-TV-Z]{26}(?![^/?#])/g;

function segmentEdits(path: string, { pass }: TextSearch): Edit[] {
  return [...path.matchAll(profileSegment)].flatMap(({ 0: id, index }) => {
    const text = pass.replace("id", id);
    return text === undefined ? [] : [{ start: index, end: index + id.length, text, kind: "id" as const }];
  });
}

/** A path with its query, as sent: only what is masked changes, percent-encoded as it has to be. */
export function maskPath(path: string, search: TextSearch, onEdits: OnEdits): string {
  const queryStart = path.indexOf("?") + 1;
  const inQuery = queryStart === 0 ? [] : queryEdits(path.slice(queryStart), search);
  const edits = pickEdits([
    ...textEdits(path, search),
    ...segmentEdits(path, search),
    ...movedEdits(inQuery, queryStart),
  ]);
  onEdits(edits);
  return applyEdits(path, edits);
}
