/** The program of a thread that works over whole sessions: it reads the folder beside the workbench, and ends with its task. */

import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { faultMessage } from "../../../../core/faultMessage.ts";
import { openRecords, type Records } from "../../store/openRecords.ts";
import type { ReadableSession } from "../compareSessions.ts";
import type { AsideMessage, AsideResults, AsideRow, AsideTask } from "./asideTask.ts";
import { compareTask } from "./compareTask.ts";
import { retranslateTask } from "./retranslateTask.ts";

const taskSchema: z.ZodType<AsideTask> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("compare"), left: z.string(), right: z.string() }),
  z.object({ kind: z.literal("retranslate"), session: z.string() }),
]);
const { dataDir, task } = z.object({ dataDir: z.string(), task: taskSchema }).parse(workerData);

const rowsAtOnce = 500;
const readsAtOnce = 250;

const tell = (message: AsideMessage): void => parentPort?.postMessage(message);

/** Tells how much is done, in exchanges, each of which is read so many times. */
class ReadCount {
  readonly #total: number;
  readonly #times: number;
  #reads = 0;

  constructor(total: number, times: number) {
    this.#total = total;
    this.#times = times;
  }

  add(): void {
    this.#reads += 1;
    if (this.#reads % readsAtOnce !== 0) return;
    tell({ kind: "progress", done: Math.floor(this.#reads / this.#times), total: this.#total });
  }
}

/** Rows leave in slices, so that the answering thread never takes in many at a time. */
class Rows {
  #waiting: AsideRow[] = [];

  readonly add = (row: AsideRow): void => {
    this.#waiting.push(row);
    if (this.#waiting.length === rowsAtOnce) this.flush();
  };

  flush(): void {
    tell({ kind: "rows", rows: this.#waiting });
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

function carryOut(records: Records, rows: Rows): AsideResults[AsideTask["kind"]] {
  const { equivalence, metrics } = records.settings();
  if (task.kind === "retranslate") {
    const reads = new ReadCount(countOf(records, task.session), 1);
    const exchanges = readable(records, task.session, reads);
    return retranslateTask({ session: task.session, exchanges, metrics, onRow: rows.add });
  }
  const { left, right } = task;
  // Each is read once for its partner and once to be compared.
  const reads = new ReadCount(countOf(records, left) + countOf(records, right), 2);
  const sessions = [readable(records, left, reads), readable(records, right, reads)] as const;
  return compareTask({ left, right, sessions, rules: equivalence, onRow: rows.add });
}

try {
  using records = openRecords(dataDir, { inSnapshot: true });
  const rows = new Rows();
  const result = carryOut(records, rows);
  rows.flush();
  tell({ kind: "end", result });
} catch (fault) {
  tell({ kind: "fault", message: faultMessage(fault) });
}
