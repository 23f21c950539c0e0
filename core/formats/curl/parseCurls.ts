import { bashCommands } from "./bashCommands.ts";
import { valuelessText } from "./brokenOff.ts";
import { cmdCommands } from "./cmdCommands.ts";
import { type CurlArgument, readCurlArguments } from "./curlOptions.ts";
import { curlRequests, type ReadCurl } from "./curlRequests.ts";
import { powershellCommands } from "./powershellCommands.ts";
import type { ShellCommand } from "./shellCommand.ts";
import { type ShellDialect, shellDialect } from "./shellDialect.ts";

/** One request of a text of curl commands, or why it cannot be told. `line` is where its command starts, from 1. */
export interface PlacedCurl {
  readonly line: number;
  readonly read: ReadCurl;
  /** User text: what is missing of a request that was read all the same. */
  readonly note: string | undefined;
}

const readers = {
  bash: bashCommands,
  cmd: cmdCommands,
  powershell: powershellCommands,
} satisfies Record<ShellDialect, (text: string) => ShellCommand[]>;

/** The options of each request of a command: `--next` starts another. */
function requestsOf(given: readonly CurlArgument[]): CurlArgument[][] {
  const requests: CurlArgument[][] = [[]];
  for (const argument of given) {
    if (argument.meaning === "next") requests.push([]);
    else requests.at(-1)?.push(argument);
  }
  return requests;
}

function withNote(line: number, read: ReadCurl, missing: string | undefined): PlacedCurl {
  if (missing === undefined) return { line, read, note: undefined };
  if (read.ok)
    return {
      line,
      read,
      note: `It breaks off: ${missing}. What there is of it was read; complete the command to have the rest.`,
    };
  return { line, read: { ok: false, message: `${read.message} It breaks off: ${missing}.` }, note: undefined };
}

function* readCommand({ words, input, line, brokenOff }: ShellCommand): Generator<PlacedCurl, void, undefined> {
  if (words.length === 0) {
    yield { line, read: { ok: false, message: `It breaks off: ${brokenOff}. Complete the command.` }, note: undefined };
    return;
  }
  const requests = requestsOf(readCurlArguments(words.slice(1)));
  for (const [index, given] of requests.entries()) {
    const valueless = given.some(({ isMissing }) => isMissing) ? valuelessText : undefined;
    const missing = index === requests.length - 1 ? (brokenOff ?? valueless) : undefined;
    for (const read of curlRequests(given, input)) yield withNote(line, read, missing);
  }
}

/**
 * Every request of the curl commands in a text, in order: of bash or a POSIX shell, of PowerShell, or of Windows' cmd.exe, told by how the first command is
 * written. Nothing is run. Never throws; a text without a command gives none.
 */
export function* parseCurls(text: string): Generator<PlacedCurl, void, undefined> {
  for (const command of readers[shellDialect(text)](text)) yield* readCommand(command);
}
