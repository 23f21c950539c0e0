import type { DatabaseSync } from "node:sqlite";
import type { DataFolder } from "../folder/dataFolder.ts";
import { isReadable } from "../folder/inspectDatabase.ts";
import type { Unreadable } from "./searchedText.ts";
import { SearchIndex } from "./searchIndex.ts";
import { foundIn, phraseOf, type TextSearch } from "./textSearch.ts";

/** The index has so much to catch up with that other questions would wait for long: to be asked again when it has, `step` by `step`. */
export class IndexBehind extends Error {
  override readonly name = "IndexBehind";

  constructor() {
    super("The index of words cannot be written. Make room on the disk, then search again.");
  }
}

/** SQLITE_CORRUPT_VTAB: what is damaged is a full-text table, which only the index has. */
const damagedTable = 267;

/** So many exchanges are indexed while a question waits. */
const mostAtOnce = 500;

/** Search by the index of the data folder, which this keeps up to date. Until `attach` has had room for an index, nothing is found by its words. */
export class IndexedSearch implements TextSearch {
  readonly #folder: DataFolder;
  readonly #main: DatabaseSync;
  readonly #onUnreadable: (where: Unreadable) => void;
  #index: SearchIndex | undefined;

  constructor(folder: DataFolder, main: DatabaseSync, onUnreadable: (where: Unreadable) => void) {
    this.#folder = folder;
    this.#main = main;
    this.#onUnreadable = onUnreadable;
  }

  /** Opens the index where it is not open yet; outside of a transaction. Throws where it cannot be written. */
  attach(): SearchIndex {
    this.#index ??= this.#open();
    return this.#index;
  }

  contains(text: string) {
    if (!this.#index || this.#index.lag > mostAtOnce) throw new IndexBehind();
    this.#index.catchUp();
    return { sql: foundIn("search.exchange_text"), values: [phraseOf(text)] };
  }

  /**
   * Begins a new index where the present one is damaged; false where it is whole. A fault does not say in which of the two databases the damage is, so the
   * index is looked through, unless it is its table of words that names itself.
   */
  mend(fault: unknown): boolean {
    const isOwn = fault instanceof Error && "errcode" in fault && fault.errcode === damagedTable;
    if (!isOwn && isReadable(this.#folder.search)) return false;
    this.close();
    SearchIndex.remove(this.#folder);
    this.attach();
    return true;
  }

  close(): void {
    if (!this.#index) return;
    this.#main.exec("DETACH search");
    this.#index.close();
    this.#index = undefined;
  }

  #open(): SearchIndex {
    const index = new SearchIndex(this.#folder, this.#main, this.#onUnreadable);
    try {
      this.#main.prepare("ATTACH ? AS search").run(this.#folder.search);
      return index;
    } catch (fault) {
      index.close();
      throw fault;
    }
  }
}
