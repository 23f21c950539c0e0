import { rmSync } from "node:fs";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { z } from "zod";
import { companions, createFile, type DataFolder } from "../folder/dataFolder.ts";
import { findRow, findRows } from "../rows.ts";
import { openSearchedTexts, type Unreadable } from "./searchedText.ts";
import { declareIndex, insertInto } from "./textSearch.ts";

/** Grows with any change of what is indexed or how: an index of another form is made anew. */
const form = 1;

export const progressSchema = z.object({ position: z.int() });
const identitySchema = z.object({ id: z.string(), last: z.int() });
const stateSchema = z.object({ form: z.int(), database: z.string(), position: z.int() });

/** What is indexed at a time, the last text beyond it; between two times, questions are answered. */
const slice = { texts: 50, characters: 2 * 1024 * 1024 };

/**
 * The full-text index, in a database file of its own: it is derived, so that writing it never takes the lock of what is recorded, and a damaged or missing one is
 * made anew. Only the reader thread writes it.
 */
export class SearchIndex {
  readonly #folder: DataFolder;
  readonly #main: DatabaseSync;
  readonly #texts: ReturnType<typeof openSearchedTexts>;
  #database: DatabaseSync;
  #insert: StatementSync;
  #progress: StatementSync;
  #position: number;
  readonly #last: StatementSync;

  /** `main` reads the database of the folder. */
  constructor(folder: DataFolder, main: DatabaseSync, onUnreadable: (where: Unreadable) => void) {
    this.#folder = folder;
    this.#main = main;
    this.#texts = openSearchedTexts(main, onUnreadable);
    this.#last = main.prepare("SELECT coalesce(max(position), 0) AS position FROM exchanges");
    ({ database: this.#database, position: this.#position } = this.#open());
    this.#insert = this.#database.prepare(insertInto("exchange_text"));
    this.#progress = this.#database.prepare("UPDATE state SET position = ?");
  }

  /** Indexes the next texts; false when there are none. */
  step(): boolean {
    let last = this.#position;
    let count = 0;
    let characters = 0;
    this.#write(() => {
      for (const { position, texts } of this.#texts(last)) {
        this.#insert.run(position, ...texts);
        last = position;
        count += 1;
        characters += texts.reduce((sum, { length }) => sum + length, 0);
        if (count === slice.texts || characters >= slice.characters) break;
      }
      if (count > 0) this.#progress.run(last);
    });
    this.#position = last;
    return count > 0;
  }

  /** How many positions were recorded and are not indexed, at most. */
  get lag(): number {
    return progressSchema.parse(this.#last.get()).position - this.#position;
  }

  /** Brings the index up to all that is recorded. */
  catchUp(): void {
    while (this.step());
  }

  /** Takes out what is no longer recorded, of the next thousand after a position; answers with the last of these, undefined when there are none. */
  sweep(after: number): number | undefined {
    const indexed = this.#database.prepare("SELECT id FROM exchange_text_docsize WHERE id > ? ORDER BY id LIMIT 1000");
    const isThere = this.#main.prepare("SELECT 1 FROM exchanges WHERE position = ?");
    const remove = this.#database.prepare("DELETE FROM exchange_text WHERE rowid = ?");
    const ids = findRows(rowidSchema, indexed, after).map(({ id }) => id);
    const gone = ids.filter((id) => !isThere.get(id));
    this.#write(() => {
      for (const id of gone) remove.run(id);
    });
    return ids.at(-1);
  }

  close(): void {
    this.#database.close();
  }

  /** Deletes the index of a folder; no connection may have it open. */
  static remove({ search }: DataFolder): void {
    for (const suffix of companions) rmSync(search + suffix, { force: true });
  }

  #write(step: () => void): void {
    this.#database.exec("BEGIN");
    try {
      step();
      this.#database.exec("COMMIT");
    } catch (fault) {
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      throw fault;
    }
  }

  #open(): { database: DatabaseSync; position: number } {
    const recorded = identitySchema.parse(
      this.#main
        .prepare(
          "SELECT id, coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'exchanges'), 0) AS last FROM workbench",
        )
        .get(),
    );
    const existing = openExisting(this.#folder.search);
    if (existing) {
      const { state, database } = existing;
      if (state?.form === form && state.database === recorded.id && state.position <= recorded.last) {
        return { database, position: state.position };
      }
      database.close();
    }
    SearchIndex.remove(this.#folder);
    return { database: createIndex(this.#folder.search, recorded.id), position: 0 };
  }
}

const rowidSchema = z.object({ id: z.int() });

const settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 16777216;";

function openExisting(path: string) {
  createFile(path);
  const database = new DatabaseSync(path, { timeout: 1000 });
  try {
    database.exec(settings);
    return { database, state: findRow(stateSchema, database.prepare("SELECT form, database, position FROM state")) };
  } catch {
    // Damaged, of another form, or just created: whichever, it is made anew.
    database.close();
    return undefined;
  }
}

function createIndex(path: string, id: string): DatabaseSync {
  createFile(path);
  const database = new DatabaseSync(path, { timeout: 1000 });
  database.exec(`${settings}
    CREATE TABLE state (form INTEGER NOT NULL, database TEXT NOT NULL, position INTEGER NOT NULL) STRICT;
    ${declareIndex("exchange_text")};`);
  database.prepare("INSERT INTO state VALUES (?, ?, 0)").run(form, id);
  return database;
}
