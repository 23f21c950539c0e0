import type { Destination, ReplaySettings } from "../../../core/contract/replay.ts";
import type { Upstream } from "../../../core/contract/settings.ts";
import { compileRules } from "../../../core/exchange/compare/compileRules.ts";
import { rulesInForce } from "../../../core/exchange/compare/ruleSet.ts";
import type { Exchange, Session } from "../../../core/exchange/exchange.ts";
import { faultMessage } from "../../../core/faultMessage.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Store, StoreReader } from "../store/store.ts";
import { openTarget, type TargetContext } from "./openTarget.ts";
import { type KeysAtHand, keyAtHand } from "./replayKey.ts";
import { runReplay } from "./replayRun.ts";

export interface ReplayWorkContext extends TargetContext, KeysAtHand {
  readonly store: Store;
  readonly jobs: Jobs;
}

/** One run of a replay. */
export interface ReplayWork {
  readonly source: Session;
  /** That of the answers. */
  readonly session: string;
  readonly settings: ReplaySettings;
  readonly total: number;
  readonly key: string | undefined;
  readonly destination: Destination;
  /** Of this workbench, when the destination was agreed to. */
  readonly upstream: Upstream;
  /** The answers of the run that this one repeats; null where it repeats none. */
  readonly twin: string | null;
}

/** Starts a run as work of its own, that no window has to stay open for; answers with the id of its record. */
export function startReplayWork(work: ReplayWork, context: ReplayWorkContext, onEnded: () => void): string {
  const { source, session, settings, total, key, destination, upstream, twin } = work;
  const { store, jobs } = context;
  return jobs.start({
    kind: "replay",
    label: `Replay of ${source.name} at ${destination.host}`,
    session: source.id,
    others: [session],
    live: destination.isElsewhere ? destination.host : null,
    canPause: true,
    async run({ signal, gate, report }) {
      const usedKey = key ?? keyAtHand(settings.target, context);
      const target = openTarget({ target: settings.target, upstream, key: usedKey, stopped: signal }, context);
      const { same, changed, failed } = store.replays.totals(session);
      let done = same + changed + failed;
      report({ done, total });
      try {
        await runReplay({
          recorder: store,
          session,
          settings,
          target,
          rules: compileRules(rulesInForce(store.settings.get().equivalence)),
          exchanges: inOrderOfArrival(store.reader, { session: source.id, filter: settings.filter, count: total }),
          read: (id) => store.reader.getExchange(id),
          signal,
          gate,
          onResult: async () => {
            done += 1;
            report({ done, total });
          },
        });
      } catch (fault) {
        if (!signal.aborted) throw fault;
      } finally {
        target.close();
        onEnded();
      }
      return { session, totals: store.replays.totals(session), twin };
    },
    explain: (fault) => `${faultMessage(fault)} What was answered until then is kept; the replay can be resumed.`,
  });
}

interface Sendable {
  readonly session: string;
  readonly filter: string;
  readonly count: number;
}

/** The first recorded exchanges of a session: a replay at this workbench's own address may record into the session that it reads. */
async function* inOrderOfArrival(
  reader: StoreReader,
  { session, filter, count }: Sendable,
): AsyncGenerator<Exchange, void, undefined> {
  for (const position of await reader.findArrivals(session, filter, count)) {
    const exchange = await reader.getExchangeAt(position);
    if (exchange) yield exchange;
  }
}
