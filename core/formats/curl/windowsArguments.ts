/**
 * The rules by which a Windows program splits its command line (Microsoft, "Parsing C command-line arguments"): a quote groups, backslashes count only
 * before a quote, a doubled quote inside quotes is one.
 */

interface Splitting {
  readonly line: string;
  index: number;
  word: string | undefined;
  isQuoted: boolean;
}

/** Browsers that copy a command for cmd.exe double every backslash, also where Windows would not halve them again. */
function areBackslashesDoubled(line: string): boolean {
  const runs = [...line.matchAll(/\\+/g)].filter((run) => line[run.index + run[0].length] !== '"');
  return runs.every((run) => run[0].length % 2 === 0);
}

function passBackslashes(splitting: Splitting, areDoubled: boolean): void {
  const { line, index } = splitting;
  let end = index;
  while (line[end] === "\\") end++;
  const isBeforeQuote = line[end] === '"';
  const count = end - index;
  splitting.index = end;
  splitting.word ??= "";
  splitting.word += "\\".repeat(isBeforeQuote || areDoubled ? count >>> 1 : count);
  if (isBeforeQuote && count % 2 === 1) {
    splitting.word += '"';
    splitting.index++;
  }
}

function passQuote(splitting: Splitting): void {
  splitting.word ??= "";
  if (splitting.isQuoted && splitting.line[splitting.index + 1] === '"') {
    splitting.word += '"';
    splitting.index += 2;
    return;
  }
  splitting.isQuoted = !splitting.isQuoted;
  splitting.index++;
}

function passPlain(splitting: Splitting, words: string[]): void {
  const character = splitting.line[splitting.index] ?? "";
  splitting.index++;
  if (splitting.isQuoted || (character !== " " && character !== "\t")) {
    splitting.word = (splitting.word ?? "") + character;
  } else if (splitting.word !== undefined) {
    words.push(splitting.word);
    splitting.word = undefined;
  }
}

/** Splits a command line into words; `isOpen` where a quote in it is not closed. Source: Microsoft's C runtime since 2008. */
export function windowsArguments(line: string): { readonly words: readonly string[]; readonly isOpen: boolean } {
  const splitting: Splitting = { line, index: 0, word: undefined, isQuoted: false };
  const areDoubled = areBackslashesDoubled(line);
  const words: string[] = [];
  while (splitting.index < line.length) {
    const character = line[splitting.index];
    if (character === "\\") passBackslashes(splitting, areDoubled);
    else if (character === '"') passQuote(splitting);
    else passPlain(splitting, words);
  }
  if (splitting.word !== undefined) words.push(splitting.word);
  return { words, isOpen: splitting.isQuoted };
}
