import { type Json, parseJson } from "../../json/json.ts";
import { findSyntaxError } from "../../json/syntaxError.ts";
import { cutJson } from "./cutJson.ts";
import { type ImportedItem, skipped } from "./importedRequest.ts";
import type { CutFault } from "./JsonCutter.ts";
import { largestItem } from "./largestItem.ts";

/** How a list of JSON is read. */
export interface JsonList {
  /** The names that lead to the list. */
  readonly path: readonly string[];
  /** What an element is called: "entry" makes "entry 12". */
  readonly noun: string;
  /** Said where there is no such list. */
  readonly noList: string;
  readonly readElement: (value: Json, place: string, text: string) => Iterable<ImportedItem>;
}

/** Where and why a text is no JSON, for a person. */
export function syntaxReason(text: string, message: string): string {
  const place = findSyntaxError(text);
  if (!place) return message;
  const what = place.found === undefined ? "it ends too early" : `${JSON.stringify(place.found)} is unexpected`;
  return `It is not JSON: ${what} at line ${place.line}, column ${place.column}. Correct it there and import it again.`;
}

function faultItem({ fault, offset, within }: CutFault, { noun, noList }: JsonList): ImportedItem {
  const place = `character ${offset + 1}`;
  if (fault === "no-list") return skipped("whole file", noList);
  if (fault === "more-text") {
    return skipped(place, "More text follows the end of the document; it was not read. Put one document into a file.");
  }
  const where = within === undefined ? "before its end" : `in the middle of ${noun} ${within}`;
  return skipped(place, `The file breaks off here, ${where}. Export it again to get the rest.`);
}

/** Reads a list of JSON element by element, in constant memory. Broken elements are skipped with their place; what follows them is read. */
export async function* jsonItems(chunks: AsyncIterable<string>, list: JsonList): AsyncGenerator<ImportedItem> {
  for await (const cut of cutJson(chunks, list.path)) {
    if (cut.kind === "fault") {
      yield faultItem(cut, list);
      continue;
    }
    const place = `${list.noun} ${cut.number}`;
    if (cut.text === undefined) {
      yield skipped(
        place,
        `It is longer than ${largestItem.label}, which is more than any API takes. Remove it from the file.`,
      );
      continue;
    }
    const parsed = parseJson(cut.text);
    if (parsed.ok) yield* list.readElement(parsed.value, place, cut.text);
    else yield skipped(place, `${syntaxReason(cut.text, parsed.message)} (It starts at character ${cut.offset + 1}.)`);
  }
}
