/**
 * The store of one data folder, as the rest of the host sees it.
 *
 * Writes run at once on the answering thread, inside a transaction that collects everything written in one turn of the event loop: `write` runs
 * its function as one atomic step of that transaction (all of it or none), `committed` resolves when the transaction is on disk. An answer
 * leaves after `committed`. Reads that may be heavy run on a thread of their own, over a read-only connection, and see what is committed.
 */

import type {
  ExchangeComparison,
  Partner,
  RelatedSession,
  RetranslatedExchange,
} from "../../../core/contract/comparison.ts";
import type { Unkept } from "../../../core/contract/events.ts";
import type { ExchangeHead, ExchangeItem, ItemSummary } from "../../../core/contract/exchangeView.ts";
import type {
  Replay,
  ReplayOutcome,
  ReplayResultRow,
  ReplaySettings,
  ReplayTotals,
} from "../../../core/contract/replay.ts";
import type { NativeResource, Property } from "../../../core/contract/sandbox.ts";
import type { Retention, Settings, WorkspaceKey } from "../../../core/contract/settings.ts";
import type { Verdict } from "../../../core/exchange/compare/compareExchanges.ts";
import type { Exchange, ExchangeSummary, Session } from "../../../core/exchange/exchange.ts";
import type { NativeTier } from "../../../core/native/nativeCall.ts";
import type { ExchangeRecord, RecordedNativeCall } from "./exchangeRecord.ts";
import type { SandboxTables } from "./sandboxTables.ts";

export interface Store {
  readonly dataDir: string;
  /** ISO 8601. */
  readonly openedAt: string;
  /** What a person should know of this opening, e.g. that a damaged database was set aside and where. */
  readonly notices: readonly string[];
  write<T>(step: () => T): T;
  /** Resolves when all that was written before the call is on disk; rejects with the cause when it could not be. */
  committed(): Promise<void>;
  readonly exchanges: ExchangeWriter;
  readonly sessions: SessionTable;
  readonly unkept: UnkeptTable;
  readonly transfer: ExchangeTransfer;
  readonly settings: SettingsTable;
  readonly sandbox: SandboxTables;
  readonly replays: ReplayTable;
  readonly reader: StoreReader;
  readonly searchProgress: SearchProgress;
  close(): Promise<void>;
}

/** Call inside `write`, but for `append`, which is a step by itself. */
export interface ExchangeWriter {
  /** Records into the session that is named, else into the open one, or, while recording is paused, into none. It has its position once it is committed. */
  append(record: ExchangeRecord, session?: string): void;
  has(id: string): boolean;
  /** Adds native calls that finished after the answer, to copies that were made meanwhile too; `pending` is how many are still to come. */
  appendNative(id: string, calls: readonly RecordedNativeCall[], pending: number): void;
  /** What a person wrote beside an exchange; an empty note takes it away. */
  setNote(id: string, note: string): void;
  /** Position of the newest exchange; 0 when there is none. */
  lastPosition(): number;
  /** Called after each commit that changed something, with what it changed. Answers with the way to stop listening. */
  onCommitted(listener: (change: { lastPosition: number; progressed: readonly string[] }) => void): () => void;
}

export type SessionChange = { readonly [K in "name" | "note"]?: string | undefined } & {
  readonly tags?: readonly string[] | undefined;
};

export interface SessionTable {
  readonly openId: string;
  list(): Session[];
  get(id: string): Session | undefined;
  /** Another whenever exchanges were added to a session, taken out of it or went on; equal, they are the same. */
  version(id: string): string | undefined;
  create(name: string): Session;
  update(id: string, change: SessionChange): Session | undefined;
  open(id: string): Session | undefined;
  /**
   * Takes a session away with all its exchanges; answers with the id of the session that is open afterwards, undefined if there was no such session. For
   * half a minute, or until the store is closed, it can be had back.
   */
  remove(id: string): string | undefined;
  restore(id: string): Session | undefined;
  /** A session that nobody sees before it is whole; answers with its id. What a crash leaves of it is deleted at the next start. */
  begin(name: string): string;
  /** undefined where it was deleted meanwhile. */
  reveal(id: string): Session | undefined;
  /** Gives up a session that was begun. */
  discard(id: string): void;
}

/** Makes sessions out of the exchanges of others. Call inside `write`; the order of the calls is that of the numbers in the session. */
export interface ExchangeTransfer {
  /**
   * Puts a copy of an exchange, with its note, at the end of a session; false where the exchange is gone. A copy whose parent is copied too (by its position)
   * names the parent's copy.
   */
  copy(position: number, session: string, isCopied: (position: number) => boolean): boolean;
  /** Begins a session whose exchanges are moved out of another one. What a crash leaves of it goes back there. */
  beginPart(name: string, source: string): string;
  /** The session that a part was moved out of. */
  sourceOf(part: string): string | undefined;
  /** Moves exchanges: they keep their ids, notes and place in time. Those that are not in `from` any more stay where they are. */
  move(positions: readonly number[], from: string, to: string): void;
  /** Deletes exchanges of a session, which counts them as dropped. */
  drop(positions: readonly number[], session: string): void;
}

/**
 * What arrived while recording was paused. It is on disk before its answer leaves, as anything else, and stays until a person keeps or clears it, over restarts
 * too; only the newest thousand are held, and `dropped` counts those that made way.
 */
export interface UnkeptTable {
  count(): Unkept;
  /** Puts them into the open session; answers with how many there were. */
  keep(): number;
  clear(): void;
}

/** How far the index of words is, for who waits for it with a search. */
export interface SearchProgress {
  /** So many exchanges are to be indexed before the searches that wait are answered; 0 when none waits. */
  left(): number;
  /** Answers with the way to stop listening. */
  onChanged(listener: () => void): () => void;
}

export interface SettingsTable {
  get(): Settings;
  update(change: Partial<{ [K in keyof Settings]: Settings[K] }>): Settings;
  addKey(key: WorkspaceKey): void;
  removeKey(fingerprint: string): boolean;
  readonly rateLimit: NativeTier;
}

/** A replay, but for who sends it now. */
export type KeptReplay = Omit<Replay, "job" | "isUnderWayElsewhere">;

/** Replays by the session of their answers. Call what changes something inside `write`. */
export interface ReplayTable {
  begin(session: string, replay: Pick<Replay, "source" | "total"> & { readonly settings: ReplaySettings }): void;
  /** Nothing is left to send. */
  end(session: string): void;
  get(session: string): Omit<KeptReplay, "name" | "totals"> | undefined;
  /** Takes a replay to send what is left of it, until the release or the end of the process, however that comes; undefined while somebody has it. */
  claim(session: string): { release(): void } | undefined;
  /** Whether it is under way, in this process or in another. */
  isClaimed(session: string): boolean;
  /** Whether it is either side of a replay that is under way, in this process or in another. */
  isBeingSent(session: string): boolean;
  /** Whether it is either side of a replay that was not sent to its end: what is left can still be sent, or another process sends it now. */
  isWanted(session: string): boolean;
  totals(session: string): ReplayTotals;
  /** What came of an exchange so far; undefined where it was not sent. */
  sent(session: string, recorded: string): { replayed: string | null; verdict: Verdict | null } | undefined;
  /** It is about to be sent, perhaps again. */
  sending(session: string, recorded: string): void;
  answered(
    session: string,
    result: {
      readonly recorded: string;
      readonly replayed: string;
      readonly verdict: Verdict;
      readonly summary: string;
    },
  ): void;
}

export interface ReplayResultQuery {
  readonly session: string;
  /** All when absent. */
  readonly outcome?: ReplayOutcome | undefined;
  /** A position, exclusive. */
  readonly after: number;
  readonly limit: number;
}

/** In the order of sending. `totals` counts all of the replay. */
export interface ReplayResultPage {
  readonly results: ReplayResultRow[];
  readonly totals: ReplayTotals;
  readonly hasMore: boolean;
}

/** When a request arrived, and how many native calls it made. */
export interface RecordedMoment {
  readonly at: string;
  readonly nativeCalls: number;
}

export interface ExchangeQuery {
  /** All sessions when absent. */
  readonly session?: string | undefined;
  /** With what is kept in no session. */
  readonly withUnkept?: boolean;
  readonly filter: string;
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}

/** Newest first, whichever way the query pages. `total` counts all that the filter leaves, up to a hundred thousand. */
export interface ExchangePage {
  readonly exchanges: ExchangeSummary[];
  readonly total: number;
  readonly hasMore: boolean;
}

/** A page of the items of a bulk request. */
export interface ItemPage {
  readonly total: number;
  readonly items: ItemSummary[];
}

/** Exchanges of one session that are beyond the limits of what is kept. */
export interface Expired {
  readonly session: string;
  readonly name: string;
  readonly positions: readonly number[];
  readonly bytes: number;
}

/** Runs on the reader thread. Each call rejects with an `Error` whose message is user text. */
export interface StoreReader {
  listExchanges(query: ExchangeQuery): Promise<ExchangePage>;
  /** A page without the count of all, for who goes through every page. */
  pageExchanges(query: ExchangeQuery): Promise<Omit<ExchangePage, "total">>;
  /** Those of a session in the order in which their requests arrived. */
  listMoments(session: string, filter: string): Promise<RecordedMoment[]>;
  /** The replays of a session, and the one whose answers it holds; the newest first. */
  listReplays(session: string): Promise<KeptReplay[]>;
  listReplayResults(query: ReplayResultQuery): Promise<ReplayResultPage>;
  /** Positions of the exchanges that a filter leaves of some sessions: of several in order of time, of one in its own order. */
  findPositions(sessions: readonly string[], filter: string): Promise<number[]>;
  /** Positions of the first `count` exchanges, or of all, that a filter leaves of a session, in the order in which their requests arrived. */
  findArrivals(session: string, filter: string, count?: number): Promise<number[]>;
  /** What is beyond the limits at a time, the oldest first, of each session that has some. */
  findExpired(limits: Retention, now: string): Promise<Expired[]>;
  /** Summaries after a position in order of recording, over all sessions: the live stream's source. */
  recordedAfter(position: number, limit: number): Promise<ExchangeSummary[]>;
  getExchange(id: string): Promise<Exchange | undefined>;
  getExchangeAt(position: number): Promise<Exchange | undefined>;
  getHead(id: string): Promise<ExchangeHead | undefined>;
  getItem(id: string, index: number): Promise<ExchangeItem | undefined>;
  listItems(id: string, search: string, offset: number, limit: number): Promise<ItemPage | undefined>;
  /** undefined where one of them is gone. */
  compareExchanges(left: string, right: string): Promise<ExchangeComparison | undefined>;
  listPartners(id: string, filter: string): Promise<Partner[] | undefined>;
  /** The sessions that this one was replayed from, or that were replayed from it or with it, the nearest first. */
  relatedSessions(session: string): Promise<RelatedSession[]>;
  /** What the present rules and metric table would change in an exchange. */
  retranslateExchange(id: string): Promise<RetranslatedExchange | undefined>;
  /** In the order of the ids; null for one that is gone. */
  getSummaries(ids: readonly string[]): Promise<(ExchangeSummary | null)[]>;
  listProperties(): Promise<Property[]>;
  listProfiles(
    property: string,
    search: string,
    offset: number,
    limit: number,
  ): Promise<{ total: number; profiles: NativeResource[] }>;
  getProfile(property: string, id: string): Promise<NativeResource | undefined>;
  listEvents(
    property: string,
    profile: string | undefined,
    offset: number,
    limit: number,
  ): Promise<{ total: number; events: NativeResource[] }>;
}
