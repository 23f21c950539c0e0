import type { Store } from "../store/store.ts";

/** Writes and waits until it is on disk, so that whatever is read after the answer sees it. */
export async function commitWrite<T>(store: Store, step: () => T): Promise<T> {
  const result = store.write(step);
  await store.committed();
  return result;
}
