export interface RecordingLogOptions {
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** Called when `fault` is another than before. */
  readonly onChanged: () => void;
}

/** What cannot be recorded is answered with a 500. That is told once, and once more when recording goes on, not with every request. */
export class RecordingLog {
  readonly #options: RecordingLogOptions;
  #refused = 0;
  #fault: string | null = null;

  constructor(options: RecordingLogOptions) {
    this.#options = options;
  }

  /** Why nothing can be recorded, and what to do; null while all is well. */
  get fault(): string | null {
    return this.#fault;
  }

  /** Something was written. */
  written(): void {
    if (this.#refused === 0) return;
    const refused = this.#refused === 1 ? "1 request was" : `${this.#refused} requests were`;
    this.#options.log(`Recording goes on. ${refused} answered with 500 meanwhile and left no trace.`);
    this.#refused = 0;
    this.#become(null);
  }

  /** A request failed after all had been done for it; `what` names it. */
  failed(what: string, fault: unknown): void {
    const cause = databaseFault(fault);
    if (!cause) {
      this.#options.log(`${what} could not be recorded: ${fault instanceof Error ? fault.stack : String(fault)}`);
      return;
    }
    this.#refused += 1;
    if (this.#refused > 1) return;
    const message = `${this.#messageFor(cause)} Until then, requests are answered with 500.`;
    this.#options.log(message);
    this.#become(message);
  }

  #become(fault: string | null): void {
    this.#fault = fault;
    this.#options.onChanged();
  }

  #messageFor({ errcode, message }: DatabaseFault): string {
    const isFull = (errcode & 0xff) === fullCode;
    return isFull
      ? `The disk of the data folder ${this.#options.dataDir} is full: nothing can be recorded. Make room, or delete sessions.`
      : `Nothing can be recorded in the data folder ${this.#options.dataDir} (${message}). Make it writable.`;
  }
}

interface DatabaseFault extends Error {
  readonly errcode: number;
}

/** SQLITE_FULL. */
const fullCode = 13;

function databaseFault(fault: unknown): DatabaseFault | undefined {
  if (!(fault instanceof Error)) return undefined;
  return isOfDatabase(fault) ? fault : databaseFault(fault.cause);
}

function isOfDatabase(fault: Error): fault is DatabaseFault {
  return "errcode" in fault && typeof fault.errcode === "number";
}
