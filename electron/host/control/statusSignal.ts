/** Who wants to know that something of `workbench.status` changed: settings, the open session, the live key, whether anything can be recorded. */
export interface StatusSignal {
  /** Answers with the way to stop listening. */
  listen(listener: () => void): () => void;
  announce(): void;
}

export function createStatusSignal(): StatusSignal {
  const listeners = new Set<() => void>();
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce() {
      for (const listener of listeners) listener();
    },
  };
}
