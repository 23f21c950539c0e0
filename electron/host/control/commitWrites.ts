import type { RecordingLog } from "../compat/recordingLog.ts";
import type { Store } from "../store/store.ts";

export type CommitWrite = <T>(step: () => T) => Promise<T>;

/** Writes and waits until it is on disk, so that whatever is read after the answer sees it; then there is room to record again, too. */
export function commitWrites(store: Store, recordingLog: RecordingLog): CommitWrite {
  return async (step) => {
    const result = store.write(step);
    await store.committed();
    recordingLog.written();
    return result;
  };
}
