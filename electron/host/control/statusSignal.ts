/** Who wants to know that something of `workbench.status` changed: settings, the open session, the live key, whether anything can be recorded. */
export interface StatusSignal {
  /** Answers with the way to stop listening. */
  listen(listener: () => void): () => void;
  announce(): void;
  /** Announces that exchanges were deleted, put back or moved, once that is on disk. */
  announceRemoval(): void;
  /** So often was that announced. */
  readonly removals: number;
}

export function createStatusSignal(): StatusSignal {
  const listeners = new Set<() => void>();
  const announce = (): void => {
    for (const listener of listeners) listener();
  };
  let removals = 0;
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce,
    announceRemoval() {
      removals += 1;
      announce();
    },
    get removals() {
      return removals;
    },
  };
}
