import { isJsonArray, isJsonObject, type Json, type JsonArray, type JsonObject } from "../../../json/json.ts";
import { type ImportedItem, skipped } from "../importedRequest.ts";
import type { PostmanScope } from "./postmanRequest.ts";
import { readPostmanItem } from "./readPostmanItem.ts";
import { readVariables, valueText } from "./variables.ts";

/** A folder while its items are read. */
interface Folder {
  readonly items: JsonArray;
  readonly scope: PostmanScope;
  /** "Folder / Folder / ", to go before a name. */
  readonly prefix: string;
  next: number;
}

/** Deeper than any person files requests; the names of folders make up the places. */
const deepestFolder = 50;

function openFolder(folder: JsonObject, outer: PostmanScope | undefined, prefix: string): Folder {
  const items = folder.item;
  const scope = {
    variables: readVariables(folder.variable, outer?.variables),
    auth: isJsonObject(folder.auth) ? folder.auth : outer?.auth,
  };
  return { items: isJsonArray(items) ? items : [], scope, prefix, next: 0 };
}

function nameOf(item: Json, number: number): string {
  const name = isJsonObject(item) ? valueText(item.name).trim().slice(0, 200) : "";
  return name === "" ? `item ${number}` : name;
}

function readItem(item: Json, folder: Folder, place: string): ImportedItem[] {
  if (isJsonObject(item) && item.request != null) return readPostmanItem(item, folder.scope, place);
  return [skipped(place, "It is neither a request nor a folder. Remove it from the collection, or export it again.")];
}

/** The requests of a collection and its folders, in order; places are names. Folders are a list and not calls, so that their depth does not matter. */
export function* walkCollection(collection: JsonObject): Generator<ImportedItem> {
  const folders = [openFolder(collection, undefined, "")];
  for (let folder = folders.at(-1); folder; folder = folders.at(-1)) {
    const item = folder.items[folder.next++];
    if (item === undefined) {
      folders.pop();
      continue;
    }
    const place = folder.prefix + nameOf(item, folder.next);
    if (!isJsonObject(item) || !isJsonArray(item.item)) yield* readItem(item, folder, place);
    else if (folders.length < deepestFolder) folders.push(openFolder(item, folder.scope, `${place} / `));
    else
      yield skipped(
        place,
        `The folder is more than ${deepestFolder} folders deep. Move it up and export the collection again.`,
      );
  }
}
