/** Who wants to know that the settings, the open session or the live key changed. */
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
