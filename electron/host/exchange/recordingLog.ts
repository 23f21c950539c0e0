/** What cannot be recorded is answered with a 500. That is told once, and once more when recording goes on, not with every request. */
export class RecordingLog {
  readonly #dataDir: string;
  readonly #log: (line: string) => void;
  #refused = 0;

  constructor(dataDir: string, log: (line: string) => void) {
    this.#dataDir = dataDir;
    this.#log = log;
  }

  /** A request was recorded. */
  written(): void {
    if (this.#refused === 0) return;
    const refused = this.#refused === 1 ? "1 request was" : `${this.#refused} requests were`;
    this.#log(`Recording goes on. ${refused} answered with 500 meanwhile and left no trace.`);
    this.#refused = 0;
  }

  /** A request failed after all had been done for it; `what` names it. */
  failed(what: string, fault: unknown): void {
    const cause = databaseFault(fault);
    if (!cause) {
      this.#log(`${what} could not be recorded: ${fault instanceof Error ? fault.stack : String(fault)}`);
      return;
    }
    this.#refused += 1;
    if (this.#refused === 1) this.#log(`${this.#messageFor(cause)} Until then, requests are answered with 500.`);
  }

  #messageFor({ errcode, message }: DatabaseFault): string {
    const isFull = (errcode & 0xff) === fullCode;
    return isFull
      ? `The disk of the data folder ${this.#dataDir} is full: nothing can be recorded. Make room, or delete sessions.`
      : `Nothing can be recorded in the data folder ${this.#dataDir} (${message}). Make it writable.`;
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
