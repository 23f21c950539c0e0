import { isJsonArray, isJsonObject, type Json, type JsonObject, parseJson } from "../../../json/json.ts";
import { type ImportedItem, type Importer, skipped } from "../importedRequest.ts";
import { syntaxReason } from "../jsonItems.ts";
import { wholeText } from "../wholeText.ts";
import { walkCollection } from "./walkCollection.ts";

/** The collection itself; Postman's own API puts it into a member. */
function collectionOf(value: Json): JsonObject | undefined {
  if (!isJsonObject(value)) return undefined;
  const wrapped = Object.hasOwn(value, "collection") ? value.collection : undefined;
  const collection = isJsonObject(wrapped) ? wrapped : value;
  return Object.hasOwn(collection, "item") && isJsonArray(collection.item) ? collection : undefined;
}

async function* read(chunks: AsyncIterable<string>): AsyncGenerator<ImportedItem> {
  const text = await wholeText(chunks);
  if (typeof text !== "string") {
    yield text;
    return;
  }
  const parsed = parseJson(text);
  const collection = parsed.ok ? collectionOf(parsed.value) : undefined;
  if (!parsed.ok) yield skipped("whole file", syntaxReason(text, parsed.message));
  else if (collection) yield* walkCollection(collection);
  else
    yield skipped("whole file", "There is no list of requests (item) in it. Export the collection as Collection v2.1.");
}

/**
 * Postman collections v2.1 and v2.0 with their folders, variables, authorization and saved examples. Scripts in them are not run, and what only an environment
 * or Postman itself could fill in is told.
 */
export const postman: Importer = {
  id: "postman",
  label: "Postman collection 2.1",
  detect: (start, fileName) =>
    /^\s*\{/.test(start) &&
    (/"schema"\s*:\s*"https?:\/\/schema\.(?:get)?postman\.com\//.test(start) ||
      /\.postman_collection\.json$/i.test(fileName)),
  read,
};
