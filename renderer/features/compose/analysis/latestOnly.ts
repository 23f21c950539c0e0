/** Work for another thread, of which only the latest is worth doing: one at a time, and while it is done only the newest waits. */
export interface LatestOnly<Input> {
  ask(input: Input): void;
  /** The work under way is done. */
  done(): void;
}

export function latestOnly<Input>(start: (input: Input) => void): LatestOnly<Input> {
  let isBusy = false;
  let waiting: { readonly input: Input } | undefined;
  return {
    ask(input) {
      if (isBusy) waiting = { input };
      else {
        isBusy = true;
        start(input);
      }
    },
    done() {
      const next = waiting;
      waiting = undefined;
      isBusy = next !== undefined;
      if (next) start(next.input);
    },
  };
}
