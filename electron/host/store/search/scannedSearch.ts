import { existsSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import type { DataFolder } from "../folder/dataFolder.ts";
import { findRow } from "../rows.ts";
import { openSearchedTexts } from "./searchedText.ts";
import { progressSchema } from "./searchIndex.ts";
import { declareIndex, foundIn, insertInto, phraseOf, type TextSearch } from "./textSearch.ts";

/**
 * Search for a process that must not write: by the folder's index as far as it reaches, and by one in memory for what came after, so that both find the same
 * words in the same way.
 */
export function openScannedSearch(folder: DataFolder, main: DatabaseSync): TextSearch {
  let indexes: readonly string[] | undefined;

  function attachIndex(): number | undefined {
    if (!existsSync(folder.search)) return undefined;
    try {
      main.prepare("ATTACH ? AS search").run(folder.search);
      return findRow(
        progressSchema,
        main.prepare("SELECT position FROM search.state WHERE database = (SELECT id FROM workbench)"),
      )?.position;
    } catch {
      // No index, or a damaged one: everything is read instead.
      return undefined;
    }
  }

  function prepare(): string[] {
    const indexed = attachIndex();
    main.exec(declareIndex("temp.tail_text"));
    const insert = main.prepare(insertInto("temp.tail_text"));
    for (const { position, texts } of openSearchedTexts(main)(indexed ?? 0)) insert.run(position, ...texts);
    return indexed === undefined ? ["temp.tail_text"] : ["temp.tail_text", "search.exchange_text"];
  }

  return {
    contains(text) {
      indexes ??= prepare();
      const phrase = phraseOf(text);
      return {
        sql: indexes.map(foundIn).join(" OR "),
        values: indexes.map(() => phrase),
      };
    },
  };
}
