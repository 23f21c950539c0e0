import {
  isUnderWay,
  type Job,
  type JobFacts,
  type JobKind,
  type JobResult,
  jobSchema,
} from "../../../core/contract/jobs.ts";
import { faultMessage } from "../../../core/faultMessage.ts";
import { newJobId } from "../ids.ts";

/** What a piece of work is told and tells while it runs. */
export interface JobContext {
  /** The id of the job: the name of what it makes meanwhile. */
  readonly id: string;
  /** Aborts when a person cancels the work, or the workbench ends. */
  readonly signal: AbortSignal;
  /** Says how far the work is. `fraction`, from 0 to 1, where `total` is not known. */
  report(progress: { readonly done: number; readonly total?: number; readonly fraction?: number }): void;
  /** Resolves at once, or, while the work is paused, when it goes on. Rejects once the work is cancelled. */
  gate(): Promise<void>;
}

export interface JobWork<Kind extends JobKind> {
  readonly kind: Kind;
  /** What is done to what, for a person: "Import of shop.har". */
  readonly label: string;
  /** The session that is read. */
  readonly session?: string;
  /** Sessions that are read or written besides. */
  readonly others?: readonly string[];
  /** The host that it sends to, where that is not this machine. */
  readonly live?: string | null;
  readonly canPause?: boolean;
  /** Does the work. What it resolves with after a cancel was kept all the same; a rejection after one is no fault. */
  readonly run: (context: JobContext) => Promise<JobResult<Kind>>;
  /** What to tell a person when `run` rejects: what happened, what was kept, what to do. */
  readonly explain: (fault: unknown) => string;
  /** Removes what the work made and only its record leads to, once that is dismissed. */
  readonly dispose?: () => Promise<void>;
}

interface Entry {
  readonly kind: JobKind;
  readonly facts: { -readonly [Fact in keyof JobFacts]: JobFacts[Fact] };
  readonly others: readonly string[];
  readonly controller: AbortController;
  readonly dispose: () => Promise<void>;
  result: unknown;
  ended: Promise<void>;
  /** When it last began to run, of `performance.now()`. */
  since: number;
  /** When it ended, of `performance.now()`. */
  endedAt: number;
  /** Resolves when the pause ends. */
  pause: PromiseWithResolvers<void> | undefined;
}

/** So many records of ended work stay: those that ended last. */
const mostEnded = 20;

/** The long work of one host: started here, watched and ended from any window. */
export class Jobs {
  readonly #log: (line: string) => void;
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  /** Starts work; answers with the id of its record. */
  start<Kind extends JobKind>(work: JobWork<Kind>): string {
    const id = newJobId();
    const entry: Entry = {
      kind: work.kind,
      facts: {
        id,
        label: work.label,
        session: work.session ?? null,
        live: work.live ?? null,
        state: "running",
        canPause: work.canPause ?? false,
        done: 0,
        total: null,
        fraction: null,
        startedAt: new Date().toISOString(),
        ranMs: 0,
        message: null,
      },
      others: work.others ?? [],
      controller: new AbortController(),
      dispose: work.dispose ?? (async () => undefined),
      result: null,
      ended: Promise.resolve(),
      since: performance.now(),
      endedAt: Number.POSITIVE_INFINITY,
      pause: undefined,
    };
    this.#entries.set(id, entry);
    entry.ended = this.#run(entry, work);
    this.#changed();
    return id;
  }

  /** The newest first. */
  list(): Job[] {
    return [...this.#entries.values()].map(snapshot).toReversed();
  }

  get(id: string): Job | undefined {
    const entry = this.#entries.get(id);
    return entry && snapshot(entry);
  }

  /** Work under way that reads or changes a session. */
  workOn(session: string): Job | undefined {
    const entry = [...this.#entries.values()].find(
      ({ facts, others }) => isUnderWay(facts) && (facts.session === session || others.includes(session)),
    );
    return entry && snapshot(entry);
  }

  /** Whether there was work to cancel; it may take a moment to end. */
  cancel(id: string): boolean {
    const entry = this.#entries.get(id);
    if (!entry || !isUnderWay(entry.facts)) return false;
    stopClock(entry);
    entry.facts.state = "stopping";
    entry.controller.abort();
    entry.pause?.resolve();
    this.#changed();
    return true;
  }

  pause(id: string): boolean {
    const entry = this.#entries.get(id);
    if (entry?.facts.state !== "running" || !entry.facts.canPause) return false;
    stopClock(entry);
    entry.facts.state = "paused";
    entry.pause = Promise.withResolvers();
    this.#changed();
    return true;
  }

  resume(id: string): boolean {
    const entry = this.#entries.get(id);
    if (entry?.facts.state !== "paused") return false;
    entry.facts.state = "running";
    entry.since = performance.now();
    entry.pause?.resolve();
    entry.pause = undefined;
    this.#changed();
    return true;
  }

  /** Whether the record is gone: that of work under way stays. */
  async dismiss(id: string): Promise<boolean> {
    const entry = this.#entries.get(id);
    if (!entry) return true;
    if (isUnderWay(entry.facts)) return false;
    this.#entries.delete(id);
    this.#changed();
    await entry.dispose();
    return true;
  }

  /** Resolves when the work has ended, however it did. */
  async ended(id: string): Promise<void> {
    await this.#entries.get(id)?.ended;
  }

  /** Tells that something changed, not what. Answers with the way to stop listening. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Cancels all work, waits for its end and removes what only its records lead to. */
  async close(): Promise<void> {
    for (const id of this.#entries.keys()) this.cancel(id);
    await Promise.all([...this.#entries.values()].map(({ ended }) => ended));
    await Promise.all([...this.#entries.keys()].map((id) => this.#forget(id)));
  }

  async #run<Kind extends JobKind>(entry: Entry, work: JobWork<Kind>): Promise<void> {
    const { facts, controller } = entry;
    const { signal } = controller;
    try {
      entry.result = await work.run({
        id: facts.id,
        signal,
        report: (progress) => this.#report(entry, progress),
        gate: async () => {
          await entry.pause?.promise;
          signal.throwIfAborted();
        },
      });
      stopClock(entry);
      facts.state = signal.aborted ? "cancelled" : "done";
    } catch (fault) {
      stopClock(entry);
      facts.state = signal.aborted ? "cancelled" : "failed";
      if (!signal.aborted) facts.message = work.explain(fault);
    }
    entry.endedAt = performance.now();
    this.#changed();
    this.#forgetOldest();
  }

  #report({ facts }: Entry, { done, total, fraction }: Parameters<JobContext["report"]>[0]): void {
    facts.done = done;
    facts.total = total ?? facts.total;
    facts.fraction = fraction ?? (facts.total ? Math.min(1, done / facts.total) : null);
    this.#changed();
  }

  #forgetOldest(): void {
    const ended = [...this.#entries.values()].filter(({ facts }) => !isUnderWay(facts));
    ended.sort((one, other) => one.endedAt - other.endedAt);
    for (const { facts } of ended.slice(0, -mostEnded)) void this.#forget(facts.id);
  }

  async #forget(id: string): Promise<void> {
    try {
      await this.dismiss(id);
    } catch (fault) {
      this.#log(`What the work ${id} made could not be removed: ${faultMessage(fault)}`);
    }
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Adds the time since it began to run, once. */
function stopClock(entry: Entry): void {
  entry.facts.ranMs = ranMs(entry);
}

function ranMs({ facts, since }: Entry): number {
  return facts.state === "running" ? facts.ranMs + Math.round(performance.now() - since) : facts.ranMs;
}

function snapshot(entry: Entry): Job {
  return jobSchema.parse({ ...entry.facts, ranMs: ranMs(entry), kind: entry.kind, result: entry.result });
}
