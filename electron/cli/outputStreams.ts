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
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

/** A reader that has enough (`| head`) closes the pipe: that is no fault, there is just nothing left to do. */
export function endQuietlyWhenUnread(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit(0);
    });
  }
}
