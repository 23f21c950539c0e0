import { summariseComparison } from "../../../core/exchange/compare/summariseComparison.ts";
import type { Exchange } from "../../../core/exchange/exchange.ts";
import type { Recorder } from "../store/openRecorder.ts";
import type { ReplayJournal } from "./replaySession.ts";

/** Keeps the answers of a replay in their session, each with its verdict in one transaction. `read` finds an exchange by its id. */
export function createStoreJournal(
  recorder: Pick<Recorder, "write" | "committed" | "exchanges" | "replays">,
  session: string,
  read: (id: string) => Promise<Exchange | undefined>,
): ReplayJournal {
  const { replays, exchanges } = recorder;
  const commit = async (step: () => void): Promise<void> => {
    recorder.write(step);
    await recorder.committed();
  };
  return {
    async answerOf({ id }) {
      const replayed = replays.sent(session, id)?.replayed;
      return replayed == null ? undefined : read(replayed);
    },
    sending: ({ id }) => commit(() => replays.sending(session, id)),
    keep: ({ recorded, record, comparison, fault }) =>
      commit(() => {
        exchanges.append(record, session);
        const summary = summariseComparison(comparison) + (fault === undefined ? "" : ` (${fault})`);
        const { verdict } = comparison;
        replays.answered(session, { recorded: recorded.id, replayed: record.id, verdict, summary });
      }),
  };
}
