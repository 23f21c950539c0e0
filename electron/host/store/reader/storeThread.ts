import { Worker } from "node:worker_threads";
import { threadProgram } from "../../threads/threadTask.ts";
import type { SearchProgress, StoreReader } from "../store.ts";
import type { ReaderAnswer, ReaderMessage, ReaderReport } from "./messages.ts";

const program = threadProgram(import.meta.url, "reader");

/** Indexing takes a core, so it waits for a pause in the traffic, or until this many exchanges wait. */
const pauseMs = 50;
const mostWaiting = 20_000;

/** Methods, so that one map holds the waiting of all calls: the answer comes from our own thread and has the type of its call. */
interface Waiting {
  resolve(value: unknown): void;
  reject(fault: Error): void;
}

/** The thread that reads, seen from the one that answers. It starts with the first thing there is to do. */
export class StoreThread {
  readonly #dataDir: string;
  readonly #onDamage: (notice: string) => void;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #ended: Promise<void> = Promise.resolve();
  #lastId = 0;
  #recorded = 0;
  #announced = 0;
  #pause: NodeJS.Timeout | undefined;
  #sweep: NodeJS.Timeout | undefined;
  #unsearched = 0;
  readonly #progressListeners = new Set<() => void>();
  #isClosed = false;

  /** `onDamage` is told what a person should know of a damage that was found. */
  constructor(dataDir: string, onDamage: (notice: string) => void) {
    this.#dataDir = dataDir;
    this.#onDamage = onDamage;
  }

  readonly reader: StoreReader = {
    listExchanges: (query) => this.#ask("listExchanges", query),
    pageExchanges: (query) => this.#ask("pageExchanges", query),
    listMoments: (session, filter) => this.#ask("listMoments", session, filter),
    listReplays: (session) => this.#ask("listReplays", session),
    listReplayResults: (query) => this.#ask("listReplayResults", query),
    findPositions: (sessions, filter) => this.#ask("findPositions", sessions, filter),
    findArrivals: (session, filter, count) => this.#ask("findArrivals", session, filter, count),
    findExpired: (limits, now) => this.#ask("findExpired", limits, now),
    recordedAfter: (position, limit) => this.#ask("recordedAfter", position, limit),
    getExchange: (id) => this.#ask("getExchange", id),
    getExchangeAt: (position) => this.#ask("getExchangeAt", position),
    getHead: (id) => this.#ask("getHead", id),
    getItem: (id, index) => this.#ask("getItem", id, index),
    listItems: (id, search, offset, limit) => this.#ask("listItems", id, search, offset, limit),
    compareExchanges: (left, right) => this.#ask("compareExchanges", left, right),
    listPartners: (id, filter) => this.#ask("listPartners", id, filter),
    relatedSessions: (session) => this.#ask("relatedSessions", session),
    retranslateExchange: (id) => this.#ask("retranslateExchange", id),
    getSummaries: (ids) => this.#ask("getSummaries", ids),
    listProperties: () => this.#ask("listProperties"),
    listProfiles: (property, search, offset, limit) => this.#ask("listProfiles", property, search, offset, limit),
    getProfile: (property, id) => this.#ask("getProfile", property, id),
    listEvents: (property, profile, offset, limit) => this.#ask("listEvents", property, profile, offset, limit),
  };

  readonly searchProgress: SearchProgress = {
    left: () => this.#unsearched,
    onChanged: (listener) => {
      this.#progressListeners.add(listener);
      return () => this.#progressListeners.delete(listener);
    },
  };

  /** Tells of a commit. Costs next to nothing: it is called after each. */
  committed(position: number): void {
    if (this.#isClosed) return;
    this.#recorded = position;
    if (position - this.#announced >= mostWaiting) this.#announce();
    else if (this.#pause) this.#pause.refresh();
    else this.#pause = setTimeout(() => this.#announce(), pauseMs).unref();
  }

  /** Exchanges are gone; once no more go, the index forgets them. */
  exchangesDropped(): void {
    if (this.#isClosed) return;
    if (this.#sweep) this.#sweep.refresh();
    else this.#sweep = setTimeout(() => this.#post({ kind: "removed" }), pauseMs).unref();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#pause);
    clearTimeout(this.#sweep);
    this.#worker?.postMessage({ kind: "close" } satisfies ReaderMessage);
    await this.#ended;
  }

  #announce(): void {
    if (this.#announced === this.#recorded) return;
    this.#announced = this.#recorded;
    this.#post({ kind: "recorded" });
  }

  #ask<Call extends keyof StoreReader>(
    call: Call,
    ...input: Parameters<StoreReader[Call]>
  ): ReturnType<StoreReader[Call]>;
  #ask(call: keyof StoreReader, ...input: readonly unknown[]): Promise<unknown> {
    if (this.#isClosed) return Promise.reject(new Error("The store is closed."));
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#lastId += 1;
    this.#waiting.set(this.#lastId, { resolve, reject });
    this.#post({ kind: "call", id: this.#lastId, call, input });
    return promise;
  }

  #post(message: ReaderMessage): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
  }

  #start(): Worker {
    const worker = new Worker(program, { workerData: { dataDir: this.#dataDir } });
    const end = Promise.withResolvers<void>();
    this.#ended = end.promise;
    worker.on("message", (report: ReaderReport) => {
      if (report.kind === "answer") this.#settle(report);
      else if (report.kind === "indexing") this.#indexing(report.left);
      else this.#onDamage(report.notice);
    });
    let cause: unknown;
    worker.on("error", (fault) => {
      cause = fault;
    });
    worker.on("exit", () => {
      this.#worker = undefined;
      // The next question starts another thread.
      const fault = new Error("The store's reader ended unexpectedly; ask again.", { cause });
      for (const waiting of this.#waiting.values()) waiting.reject(fault);
      this.#waiting.clear();
      this.#indexing(0);
      end.resolve();
    });
    return worker;
  }

  #settle({ id, ...answer }: ReaderAnswer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (answer.ok) waiting?.resolve(answer.value);
    else waiting?.reject(new Error(answer.message));
  }

  #indexing(left: number): void {
    if (left === this.#unsearched) return;
    this.#unsearched = left;
    for (const listener of this.#progressListeners) listener();
  }
}
