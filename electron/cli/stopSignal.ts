/** Aborts when the command is asked to end (Ctrl+C, `kill`), so that it can clear away what it has half done. */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());
  return stopping.signal;
}
