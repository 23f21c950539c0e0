import type { DatabaseSync } from "node:sqlite";
import type { DataFolder } from "../folder/dataFolder.ts";
import { SearchIndex } from "./searchIndex.ts";
import { foundIn, phraseOf, type TextSearch } from "./textSearch.ts";

/** Search by the index of the data folder, which this keeps up to date. */
export class IndexedSearch implements TextSearch {
  readonly #folder: DataFolder;
  readonly #main: DatabaseSync;
  #index: SearchIndex;

  constructor(folder: DataFolder, main: DatabaseSync) {
    this.#folder = folder;
    this.#main = main;
    this.#index = this.#attach();
  }

  get index(): SearchIndex {
    return this.#index;
  }

  contains(text: string) {
    this.#index.catchUp();
    return { sql: foundIn("search.exchange_text"), values: [phraseOf(text)] };
  }

  /** Begins a new index, the present one being damaged. */
  remake(): void {
    this.close();
    SearchIndex.remove(this.#folder);
    this.#index = this.#attach();
  }

  close(): void {
    this.#main.exec("DETACH search");
    this.#index.close();
  }

  #attach(): SearchIndex {
    const index = new SearchIndex(this.#folder, this.#main);
    this.#main.prepare("ATTACH ? AS search").run(this.#folder.search);
    return index;
  }
}
