/** The program of a thread that works over whole sessions: it reads the folder beside the workbench, and ends with its task. */

import { workerData } from "node:worker_threads";
import { z } from "zod";
import { openRecords, type Records } from "../../store/openRecords.ts";
import { serveTask } from "../../threads/threadTask.ts";
import type { ReadableSession } from "../compareSessions.ts";
import { compareTask } from "./compareTask.ts";
import { retranslateTask } from "./retranslateTask.ts";
import type { ResultRow, SessionNews, SessionResults, SessionTask } from "./sessionTask.ts";

const taskSchema: z.ZodType<SessionTask> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("compare"), left: z.string(), right: z.string() }),
  z.object({ kind: z.literal("retranslate"), session: z.string() }),
]);
const { dataDir, task } = z.object({ dataDir: z.string(), task: taskSchema }).parse(workerData);

const rowsAtOnce = 500;
const readsAtOnce = 250;

type Tell = (news: SessionNews) => void;

/** Tells how much is done, in exchanges, each of which is read so many times. */
class ReadCount {
  readonly #tell: Tell;
  readonly #total: number;
  readonly #times: number;
  #reads = 0;

  constructor(tell: Tell, total: number, times: number) {
    this.#tell = tell;
    this.#total = total;
    this.#times = times;
  }

  add(): void {
    this.#reads += 1;
    if (this.#reads % readsAtOnce !== 0) return;
    this.#tell({ kind: "progress", done: Math.floor(this.#reads / this.#times), total: this.#total });
  }
}

/** Rows leave in slices, so that the answering thread never takes in many at a time. */
class Rows {
  readonly #tell: Tell;
  #waiting: ResultRow[] = [];

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  readonly add = (row: ResultRow): void => {
    this.#waiting.push(row);
    if (this.#waiting.length === rowsAtOnce) this.flush();
  };

  flush(): void {
    this.#tell({ kind: "rows", rows: this.#waiting });
    this.#waiting = [];
  }
}

function countOf(records: Records, session: string): number {
  return records.findSession(session)?.exchanges ?? 0;
}

function readable(records: Records, session: string, reads: ReadCount): ReadableSession {
  return {
    *exchanges() {
      for (const exchange of records.exchangesAt(records.findPositions([session], ""))) {
        reads.add();
        yield exchange;
      }
    },
    exchange(id) {
      reads.add();
      return records.exchange(id);
    },
  };
}

function carryOut(records: Records, rows: Rows, tell: Tell): SessionResults[SessionTask["kind"]] {
  const { equivalence, metrics } = records.settings();
  if (task.kind === "retranslate") {
    const reads = new ReadCount(tell, countOf(records, task.session), 1);
    const exchanges = readable(records, task.session, reads).exchanges();
    const { nativePending } = records;
    return retranslateTask({ session: task.session, exchanges, nativePending, metrics, onRow: rows.add });
  }
  const { left, right } = task;
  // Each is read once for its partner and once to be compared.
  const reads = new ReadCount(tell, countOf(records, left) + countOf(records, right), 2);
  const sessions = [readable(records, left, reads), readable(records, right, reads)] as const;
  return compareTask({ left, right, sessions, rules: equivalence, onRow: rows.add });
}

await serveTask<SessionNews, SessionResults[SessionTask["kind"]]>((tell) => {
  using records = openRecords(dataDir, { inSnapshot: true });
  const rows = new Rows(tell);
  const result = carryOut(records, rows, tell);
  rows.flush();
  return result;
});
