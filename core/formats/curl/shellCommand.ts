import type { Body } from "../../exchange/exchange.ts";

/** One word of a command line, its quoting undone. */
export interface ShellWord {
  readonly text: string;
  /** What a shell would have replaced ("$BODY", "$(date)"), as it stands in `text`. */
  readonly expansions: readonly string[];
}

/** What a command reads from its standard input: text, or bytes that are none. */
export type ShellInput = ShellWord | Exclude<Body, string>;

/** One command as a shell would start it. */
export interface ShellCommand {
  /** The program and its arguments. */
  readonly words: readonly ShellWord[];
  /** What the command reads from its standard input; undefined where the text does not hold it. */
  readonly input: ShellInput | undefined;
  /** The line on which the command starts, from 1. */
  readonly line: number;
  /** What is missing of it, with the line, in words of `brokenOff.ts`; of a command that is not there at all `words` are empty. */
  readonly brokenOff?: string | undefined;
}

/** A word without anything to replace. */
export function plainWord(text: string): ShellWord {
  return { text, expansions: [] };
}

/** Whether a word names curl, with or without its folder. */
export function isCurl(word: string): boolean {
  return /(?:^|[/\\])curl(?:\.exe)?$/i.test(word);
}
