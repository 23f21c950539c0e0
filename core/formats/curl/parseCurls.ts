import { bashCommands } from "./bashCommands.ts";
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

function* readCommand({ words, input, line }: ShellCommand): Generator<PlacedCurl, void, undefined> {
  for (const given of requestsOf(readCurlArguments(words.slice(1)))) {
    for (const read of curlRequests(given, input)) yield { line, read };
  }
}

/**
 * Every request of the curl commands in a text, in order: of bash or a POSIX shell, of PowerShell, or of Windows' cmd.exe, told by how the first command is
 * written. Nothing is run. Never throws; a text without a command gives none.
 */
export function* parseCurls(text: string): Generator<PlacedCurl, void, undefined> {
  for (const command of readers[shellDialect(text)](text)) yield* readCommand(command);
}
