let end: Promise<void> | undefined;

/**
 * Resolves when this turn of the event loop has taken in all that arrived, at once for everyone who asked within it. Requests that came together then go
 * on step by step side by side, each step still in the processor's caches: one after the other, each would take half as long again.
 */
export function endOfTurn(): Promise<void> {
  end ??= new Promise((resolve) => {
    setImmediate(() => {
      end = undefined;
      resolve();
    });
  });
  return end;
}
