import type { DatabaseSync, StatementSync } from "node:sqlite";
import { faultMessage } from "../../../core/faultMessage.ts";

/** All writes of one turn of the event loop. */
interface Batch {
  /** How many steps were begun. */
  steps: number;
  waiting?: PromiseWithResolvers<void>;
  /** SQLite gave up the transaction (a full disk, for example): nothing of the batch can be kept. */
  fault?: Error;
}

/** Something that changes with each step and is written once a turn. */
export interface Draft {
  /** Answers with how to go back to what it is now. */
  save(): () => void;
  write(): void;
  /** Nothing of the turn was kept. */
  drop(): void;
}

/** The longest that a commit waits for more to come, in milliseconds. */
const mostGatheringMs = 2;

function lost(cause: unknown): Error {
  return new Error(`What was recorded last could not be written: ${faultMessage(cause)}`, { cause });
}

/**
 * Group commit: what is written in one turn of the event loop is one transaction, committed when the turn ends. A commit costs about as much as ten writes,
 * and requests that arrive together share it.
 */
export class TurnTransaction {
  readonly #database: DatabaseSync;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  readonly #savepoint: StatementSync;
  readonly #release: StatementSync;
  readonly #undo: StatementSync;
  readonly #committedListeners: (() => void)[] = [];
  readonly #undoneListeners: (() => void)[] = [];
  readonly #drafts: Draft[] = [];
  #batch: Batch | undefined;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#begin = database.prepare("BEGIN IMMEDIATE");
    this.#commit = database.prepare("COMMIT");
    this.#savepoint = database.prepare("SAVEPOINT step");
    this.#release = database.prepare("RELEASE step");
    this.#undo = database.prepare("ROLLBACK TO step");
  }

  /** Called after each commit, before those who wait for it go on. */
  onCommitted(listener: () => void): void {
    this.#committedListeners.push(listener);
  }

  /** Keeps in memory what is written once for the whole turn. */
  keepDraft(draft: Draft): void {
    this.#drafts.push(draft);
  }

  /** Writes what is kept in memory, so that a read within the turn sees it. */
  settle(): void {
    const batch = this.#batch;
    if (!batch || batch.fault) return;
    try {
      for (const draft of this.#drafts) draft.write();
    } catch (fault) {
      batch.fault = lost(fault);
      throw batch.fault;
    }
  }

  /** Called when something written was taken back: what is remembered of the database may be wrong. */
  onUndone(listener: () => void): void {
    this.#undoneListeners.push(listener);
  }

  /** Runs a step of this turn's transaction: all of it is written, or, when it throws, nothing. Steps may contain steps. */
  write<T>(step: () => T): T {
    const batch = this.#joined();
    const restores = this.#drafts.map((draft) => draft.save());
    this.#savepoint.run();
    try {
      const result = step();
      this.#release.run();
      return result;
    } catch (fault) {
      for (const restore of restores) restore();
      this.#undoStep(batch, fault);
      throw fault;
    }
  }

  /** Begins the turn's transaction where it is not begun, for what is added to a draft outside of a step. Throws when nothing of the turn can be kept. */
  join(): void {
    this.#joined();
  }

  /** Resolves when all that was written before the call is on disk; rejects when it could not be. */
  committed(): Promise<void> {
    if (!this.#batch) return Promise.resolve();
    this.#batch.waiting ??= Promise.withResolvers();
    return this.#batch.waiting.promise;
  }

  /** Commits now and not when the turn ends. */
  flush(): void {
    const batch = this.#batch;
    if (!batch) return;
    this.#batch = undefined;
    try {
      if (batch.fault) throw batch.fault;
      for (const draft of this.#drafts) draft.write();
      this.#commit.run();
    } catch (fault) {
      for (const draft of this.#drafts) draft.drop();
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      for (const listener of this.#undoneListeners) listener();
      batch.waiting?.reject(batch.fault ?? lost(fault));
      return;
    }
    for (const listener of this.#committedListeners) listener();
    batch.waiting?.resolve();
  }

  #joined(): Batch {
    if (!this.#batch) {
      this.#begin.run();
      this.#batch = { steps: 0 };
      this.#gather(this.#batch, performance.now() + mostGatheringMs, 0);
    }
    this.#batch.steps += 1;
    if (this.#batch.fault) throw this.#batch.fault;
    return this.#batch;
  }

  /** Commits when a turn has added nothing more, or after a moment: what arrives together shares a commit, what arrives alone hardly waits. */
  #gather(batch: Batch, until: number, steps: number): void {
    setImmediate(() => {
      if (batch !== this.#batch) return;
      if (batch.steps === steps || performance.now() >= until) this.flush();
      else this.#gather(batch, until, batch.steps);
    });
  }

  #undoStep(batch: Batch, fault: unknown): void {
    if (this.#database.isTransaction) {
      this.#undo.run();
      this.#release.run();
    } else {
      batch.fault ??= lost(fault);
    }
    for (const listener of this.#undoneListeners) listener();
  }
}

/** Something read once and remembered until a write that may have changed it is taken back. */
export class Remembered<T> {
  readonly #read: () => T;
  #value: { readonly of: T } | undefined;

  constructor(transaction: TurnTransaction, read: () => T) {
    this.#read = read;
    transaction.onUndone(() => this.forget());
  }

  get(): T {
    this.#value ??= { of: this.#read() };
    return this.#value.of;
  }

  /** Call after changing it. */
  forget(): void {
    this.#value = undefined;
  }
}
