import type { Exchange } from "../../../../core/exchange/exchange.ts";
import { importedRecord } from "../../../host/import/importedRecord.ts";
import { openRecorder } from "../../../host/store/openRecorder.ts";

/** Keeps the answers of a replay as a session of its own. */
export interface ReplayRecord extends AsyncDisposable {
  /** Its id. */
  readonly session: string;
  /** Resolves when the exchange is on disk. */
  add(replayed: Exchange): Promise<void>;
}

export async function openReplayRecord(dataDir: string, name: string): Promise<ReplayRecord> {
  const recorder = await openRecorder(dataDir);
  const { id } = recorder.sessions.create(`Replay of ${name}`);
  await recorder.committed();
  return {
    session: id,
    async add(replayed) {
      recorder.write(() => recorder.exchanges.append({ ...importedRecord(replayed), origin: "replayed" }, id));
      await recorder.committed();
    },
    [Symbol.asyncDispose]: () => recorder[Symbol.asyncDispose](),
  };
}
