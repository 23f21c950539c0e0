const signals = ["SIGINT", "SIGTERM"] as const;

/** Aborts when the command is asked to end (Ctrl+C, `kill`), so that it can clear away what it has half done. Asked once more, it ends at once. */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  const stop = (): void => {
    for (const signal of signals) process.off(signal, stop);
    stopping.abort();
  };
  for (const signal of signals) process.on(signal, stop);
  return stopping.signal;
}
