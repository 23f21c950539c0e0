import { once } from "node:events";
import { terminalLine, terminalText } from "../terminalText.ts";

/** Logs go to stderr; stdout is for results. */
export function log(line: string): void {
  process.stderr.write(`${terminalText(line)}\n`);
}

/** Writes a line for a person. */
export async function printLine(line: string): Promise<void> {
  await print(`${terminalLine(line)}\n`);
}

/** Writes a result; waits where the reader of stdout is slower, so that a long output never piles up in memory. */
export async function print(text: string): Promise<void> {
  if (isUnread() || process.stdout.write(text)) return;
  // Where the reader goes meanwhile, the listener below has heard of it.
  await once(process.stdout, "drain").catch(() => undefined);
}

/** Whether the reader of stdout has gone: a list need not be gone on with. */
export function isUnread(): boolean {
  return process.stdout.errored !== null;
}

/** A reader that has enough (`| head`) closes the pipe. That is no fault: what a command does besides, and decides by its exit code, it still does. */
export function bearUnreadOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}
