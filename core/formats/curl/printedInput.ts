import type { Command, Word, WordPart } from "unbash";
import { base64Body } from "../base64Body.ts";
import { plainWord, type ShellInput, type ShellWord } from "./shellCommand.ts";

const expansionTypes: ReadonlySet<WordPart["type"]> = new Set([
  "SimpleExpansion",
  "ParameterExpansion",
  "CommandExpansion",
  "ArithmeticExpansion",
  "ProcessSubstitution",
]);

function expansionsOf(parts: readonly WordPart[] | undefined): string[] {
  return (parts ?? []).flatMap((part) => {
    if (part.type === "DoubleQuoted" || part.type === "LocaleString") return expansionsOf(part.parts);
    return expansionTypes.has(part.type) ? [part.text] : [];
  });
}

/** A word of the parser with its quoting undone. */
export function toWord(word: Word): ShellWord {
  return { text: word.value, expansions: expansionsOf(word.parts) };
}

export function argumentsOf(command: Command): ShellWord[] {
  return command.args.map((argument) => (argument.type === "Word" ? toWord(argument) : plainWord(argument.text)));
}

/** The text of a here-document or a here-string. */
export function redirectedInput(command: Command): ShellWord | undefined {
  for (const redirect of command.redirects) {
    if (redirect.type === "HereDoc") {
      return { text: redirect.body.text, expansions: expansionsOf(redirect.body.parts) };
    }
    if (redirect.type === "HereString" && redirect.target) {
      const word = toWord(redirect.target);
      return { ...word, text: `${word.text}\n` };
    }
  }
  return undefined;
}

const escapeNames: Readonly<Record<string, string>> = {
  "\\": "\\",
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** What `printf %b` makes of a word; undefined where it ends the output or makes bytes beyond ASCII. Source: POSIX, printf. */
function unescaped(word: ShellWord): ShellWord | undefined {
  if (/\\(?:c|0[2-3][0-7]{2})/.test(word.text.replaceAll("\\\\", ""))) return undefined;
  const text = word.text.replace(
    /\\(?:0([0-7]{0,3})|([\\abfnrtv]))/g,
    (_all, octal: string | undefined, name: string) =>
      octal === undefined ? (escapeNames[name] ?? name) : String.fromCharCode(Number.parseInt(octal || "0", 8)),
  );
  return { ...word, text };
}

function printf([format, word, ...others]: readonly ShellWord[]): ShellWord | undefined {
  if (word === undefined || others.length > 0) return undefined;
  if (format?.text === "%s") return word;
  return format?.text === "%b" ? unescaped(word) : undefined;
}

function echo(words: readonly ShellWord[]): ShellWord {
  const isBare = words[0]?.text === "-n";
  const printed = isBare ? words.slice(1) : words;
  return {
    text: printed.map(({ text }) => text).join(" ") + (isBare ? "" : "\n"),
    expansions: printed.flatMap(({ expansions }) => expansions),
  };
}

const decodes: ReadonlySet<string> = new Set(["-d", "-D", "--decode"]);

function decoded(words: readonly ShellWord[], input: ShellInput | undefined): ShellInput | undefined {
  const isDecoding = words.length === 1 && decodes.has(words[0]?.text ?? "");
  if (!isDecoding || input === undefined || "base64" in input || input.expansions.length > 0) return undefined;
  const body = base64Body(input.text);
  return typeof body === "string" ? plainWord(body) : body;
}

const printers: ReadonlySet<string | undefined> = new Set(["cat", "printf", "echo", "base64"]);

/** Whether a command is one of those whose output can be told. */
export function isPrinter(command: Command): boolean {
  return printers.has(command.name?.value);
}

/** What a command prints into the next one of its pipeline, of the few whose output can be told without running them; `piped` is what comes into it. */
export function printedBy(command: Command, piped: ShellInput | undefined): ShellInput | undefined {
  const words = argumentsOf(command);
  const input = redirectedInput(command) ?? piped;
  switch (command.name?.value) {
    case "cat":
      return words.every(({ text }) => text === "-") ? input : undefined;
    case "printf":
      return printf(words);
    case "echo":
      return echo(words);
    case "base64":
      return decoded(words, input);
    default:
      return undefined;
  }
}
