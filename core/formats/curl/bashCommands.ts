import { type Command, forEachChild, parse, type SyntaxNode, type Word, type WordPart } from "unbash";
import { lineCounter } from "./lineCounter.ts";
import { isCurl, plainWord, type ShellCommand, type ShellWord } from "./shellCommand.ts";

/** What stands before a command without changing what it sends; the first two are prompts that were pasted with it. */
const prefixes: ReadonlySet<string> = new Set(["$", "%", "sudo", "command", "exec", "nohup", "env", "time"]);

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

function toWord(word: Word): ShellWord {
  return { text: word.value, expansions: expansionsOf(word.parts) };
}

/** The text of a here-document or a here-string. */
function redirectedInput(command: Command): ShellWord | undefined {
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

function argumentsOf(command: Command): ShellWord[] {
  return command.args.map((argument) => (argument.type === "Word" ? toWord(argument) : plainWord(argument.text)));
}

/** What a command before a pipe prints, of the few whose output can be told without running it. */
function printedBy(command: Command): ShellWord | undefined {
  const name = command.name?.value;
  if (name === "cat") return redirectedInput(command);
  const words = argumentsOf(command);
  if (name === "printf") return words[0]?.text === "%s" && words.length === 2 ? words[1] : undefined;
  if (name !== "echo") return undefined;
  const isBare = words[0]?.text === "-n";
  const printed = isBare ? words.slice(1) : words;
  return {
    text: printed.map(({ text }) => text).join(" ") + (isBare ? "" : "\n"),
    expansions: printed.flatMap(({ expansions }) => expansions),
  };
}

/** Every command of the script with the one that is piped into it, in the order of the text. */
function* commandsOf(node: SyntaxNode, piped?: Command): Generator<{ command: Command; piped: Command | undefined }> {
  if (node.type === "Command") yield { command: node, piped };
  const children: SyntaxNode[] = [];
  forEachChild(node, (child) => {
    children.push(child);
  });
  let previous: Command | undefined;
  for (const child of children) {
    yield* commandsOf(child, previous);
    previous = node.type === "Pipeline" && child.type === "Command" ? child : undefined;
  }
}

/** The words from `curl` on; undefined for a command that starts another program. */
function curlWords(command: Command): ShellWord[] | undefined {
  if (!command.name) return undefined;
  const words = [toWord(command.name), ...argumentsOf(command)];
  if (isCurl(command.name.value)) return words;
  if (!prefixes.has(command.name.value)) return undefined;
  const start = words.findIndex(({ text }) => isCurl(text));
  return start < 0 ? undefined : words.slice(start);
}

/** A prompt that the parser would not take for a word: ">" redirects and "#" comments. */
const leadingPrompt = /^\s*[>#]\s+(?=\S*curl)/;

/** Line ends of a file that was saved on Windows; where a single one is bare, the others belong to the text that is sent. */
function plainLineEnds(text: string): string {
  return /(?<!\r)\n/.test(text) ? text : text.replaceAll("\r\n", "\n");
}

/** Before each line that starts with a curl command. */
const commandStart = /^(?=[ \t]{0,20}(?:[$%>#][ \t]+)?curl(?:\.exe)?\s)/m;

interface Block {
  readonly text: string;
  readonly offset: number;
}

/** The text as one script; where that is none, because of an apostrophe in the prose around the commands, each command with what follows it. */
function* blocksOf(text: string): Generator<Block> {
  if (!parse(withoutPrompt(text)).errors?.length) {
    yield { text, offset: 0 };
    return;
  }
  let offset = 0;
  for (const block of text.split(commandStart)) {
    yield { text: block, offset };
    offset += block.length;
  }
}

function withoutPrompt(text: string): string {
  const prompt = leadingPrompt.exec(text)?.[0] ?? "";
  return " ".repeat(prompt.length) + text.slice(prompt.length);
}

/**
 * The curl commands of a text in bash's or a POSIX shell's quoting, wherever they stand in it: after a prompt, in a pipeline, in a loop. Nothing is run:
 * what a shell would replace stays as written and is told in `expansions`. Never throws.
 */
export function bashCommands(pasted: string): ShellCommand[] {
  const text = plainLineEnds(pasted);
  const lineOf = lineCounter(text);
  const commands: ShellCommand[] = [];
  for (const block of blocksOf(text)) {
    for (const { command, piped } of commandsOf(parse(withoutPrompt(block.text)))) {
      const words = curlWords(command);
      if (!words) continue;
      const input = redirectedInput(command) ?? (piped && printedBy(piped));
      commands.push({ words, input, line: lineOf(block.offset + command.pos) });
    }
  }
  return commands;
}
