import type { JobKind } from "../../../core/contract/jobs.ts";
import type { Session } from "../../../core/exchange/exchange.ts";
import { faultMessage } from "../../../core/faultMessage.ts";
import type { JobContext, Jobs } from "../jobs/jobs.ts";
import type { Store } from "../store/store.ts";
import {
  type CopyOrder,
  copySessions,
  joinAgain,
  RearrangeRefused,
  type SplitOrder,
  splitSession,
} from "./rearrange.ts";
import type { Progress } from "./slices.ts";

/** What starting such work takes of the host. */
export interface Rearranging {
  readonly store: Store;
  readonly jobs: Jobs;
  /** Called when sessions are not as they were. */
  readonly onChanged: () => void;
}

interface Work {
  readonly kind: JobKind & ("copy" | "split" | "join");
  readonly label: string;
  /** The session that is read first. */
  readonly session: string | undefined;
  /** The others that it reads or changes. */
  readonly others?: readonly string[];
  readonly run: (progress: Progress) => Promise<Session>;
}

function start({ jobs, onChanged }: Rearranging, { kind, label, session, others = [], run }: Work): string {
  return jobs.start({
    kind,
    label,
    ...(session !== undefined && { session }),
    others,
    run: async ({ signal, report }: JobContext) => {
      try {
        const made = await run({ signal, onProgress: (done, total) => report({ done, total }) });
        return { session: made.id, exchanges: made.exchanges };
      } finally {
        onChanged();
      }
    },
    explain: (fault) =>
      fault instanceof RearrangeRefused ? fault.message : `Nothing was changed: ${faultMessage(fault)} Try it again.`,
  });
}

/** Each answers with the id of its job. */
export function startCopy(host: Rearranging, label: string, order: CopyOrder): string {
  const run = (progress: Progress) => copySessions(host.store, host.store.reader, { ...order, ...progress });
  const [session, ...others] = order.sessions;
  return start(host, { kind: "copy", label, session, others, run });
}

export function startSplit(host: Rearranging, label: string, order: SplitOrder): string {
  const run = (progress: Progress) => splitSession(host.store, host.store.reader, { ...order, ...progress });
  return start(host, { kind: "split", label, session: order.session, run });
}

export function startJoin(host: Rearranging, label: string, part: string): string {
  const run = (progress: Progress) => joinAgain(host.store, host.store.reader, part, progress);
  const whole = host.store.transfer.sourceOf(part);
  return start(host, { kind: "join", label, session: part, others: whole === undefined ? [] : [whole], run });
}
