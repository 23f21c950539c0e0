/** Reports a text that is being typed a moment after the last key, and knows which text is known to both sides. */
export interface TextReport {
  /** Reports what `read` gives, soon. */
  later(read: () => string, report: (text: string) => void): void;
  /** Reports now what waits. */
  flush(): void;
  /** Forgets what waits. */
  cancel(): void;
  known(text: string): void;
  isKnown(text: string): boolean;
}

const pauseMs = 120;

export function createTextReport(): TextReport {
  let last: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void) | undefined;

  const flush = () => {
    clearTimeout(timer);
    const report = waiting;
    waiting = undefined;
    report?.();
  };
  return {
    later(read, report) {
      waiting = () => {
        last = read();
        report(last);
      };
      clearTimeout(timer);
      timer = setTimeout(flush, pauseMs);
    },
    flush,
    cancel() {
      clearTimeout(timer);
      waiting = undefined;
    },
    known: (text) => {
      last = text;
    },
    isKnown: (text) => text === last,
  };
}
