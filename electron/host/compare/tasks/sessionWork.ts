import { isUnderWay } from "../../../../core/contract/jobs.ts";
import type { Session } from "../../../../core/exchange/exchange.ts";
import { faultMessage } from "../../../../core/faultMessage.ts";
import type { Jobs } from "../../jobs/jobs.ts";
import type { Store } from "../../store/store.ts";
import { runTask, threadProgram } from "../../threads/threadTask.ts";
import type { ResultRow, SessionNews, SessionResults, SessionTask } from "./sessionTask.ts";

const program = threadProgram(import.meta.url, "sessionTaskThread");

type Kind = SessionTask["kind"];

/** What a piece of work found. */
interface Kept {
  /** What it was made of: the same again need not be done again. */
  readonly key: string;
  readonly kind: Kind;
  readonly rows: ResultRow[];
  result: SessionResults[Kind] | undefined;
}

/** So many results stay at hand; the oldest gives way. */
const mostKept = 6;

export interface RowQuery {
  readonly verdict?: string | undefined;
  readonly group?: number | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** Comparisons of sessions and translations made again: long work, whose results are kept while somebody may look at them. */
export class SessionWork {
  readonly #jobs: Jobs;
  readonly #store: Store;
  readonly #kept = new Map<string, Kept>();

  constructor(jobs: Jobs, store: Store) {
    this.#jobs = jobs;
    this.#store = store;
  }

  /** Answers with the id of the work, which may have been done already; undefined where a session is gone. */
  compare(left: string, right: string): string | undefined {
    const [one, other] = [this.#store.sessions.get(left), this.#store.sessions.get(right)];
    if (!one || !other) return undefined;
    const { sessions, settings } = this.#store;
    const versions = [left, right].map((id) => [id, sessions.version(id)]);
    const key = JSON.stringify(["compare", versions, settings.get().equivalence]);
    return this.#start({ kind: "compare", left, right }, key, `Comparison of ${one.name} and ${other.name}`, one);
  }

  retranslate(session: string): string | undefined {
    const one = this.#store.sessions.get(session);
    if (!one) return undefined;
    const { sessions, settings } = this.#store;
    const key = JSON.stringify(["retranslate", session, sessions.version(session), settings.get().metrics]);
    return this.#start({ kind: "retranslate", session }, key, `Translating ${one.name} again`, one);
  }

  /** The result once it is there; undefined where the work was cancelled, failed or is forgotten. */
  async result<K extends Kind>(id: string, kind: K): Promise<SessionResults[K] | undefined>;
  async result(id: string, kind: Kind): Promise<SessionResults[Kind] | undefined> {
    await this.#jobs.ended(id);
    const kept = this.#kept.get(id);
    return kept?.kind === kind ? kept.result : undefined;
  }

  /** A page of the rows that fit, and how many do. */
  rows(id: string, { verdict, group, offset, limit }: RowQuery): { total: number; rows: ResultRow[] } {
    const all = this.#kept.get(id)?.rows ?? [];
    const fitting = all.filter(
      (row) =>
        (verdict === undefined || row.verdict === verdict) && (group === undefined || row.groups.includes(group)),
    );
    return { total: fitting.length, rows: fitting.slice(offset, offset + limit) };
  }

  #start(task: SessionTask, key: string, label: string, session: Session): string {
    const known = [...this.#kept].find(([id, kept]) => kept.key === key && this.#isOfUse(id, kept));
    if (known) return known[0];
    const kept: Kept = { key, kind: task.kind, rows: [], result: undefined };
    const id = this.#jobs.start({
      kind: task.kind,
      label,
      session: session.id,
      others: task.kind === "compare" ? [task.left, task.right] : [],
      explain: (fault) => `${faultMessage(fault)} Nothing was changed.`,
      run: async ({ signal, report }) => {
        kept.result = await runTask<SessionNews, SessionResults[Kind]>(program, {
          workerData: { dataDir: this.#store.dataDir, task },
          signal,
          onNews: (news) => (news.kind === "progress" ? report(news) : kept.rows.push(...news.rows)),
        });
        return task.kind === "compare" ? { left: task.left, right: task.right } : { session: task.session };
      },
    });
    this.#kept.set(id, kept);
    for (const oldest of [...this.#kept.keys()].slice(0, -mostKept)) this.#kept.delete(oldest);
    return id;
  }

  #isOfUse(id: string, { result }: Kept): boolean {
    const job = this.#jobs.get(id);
    return result !== undefined || (job !== undefined && isUnderWay(job));
  }
}
