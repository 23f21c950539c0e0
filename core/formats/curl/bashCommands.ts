import { type Command, forEachChild, parse, type SyntaxNode } from "unbash";
import { lineCounter } from "./lineCounter.ts";
import { argumentsOf, printedBy, redirectedInput, toWord } from "./printedInput.ts";
import { isCurl, type ShellCommand, type ShellInput, type ShellWord } from "./shellCommand.ts";

/** What stands before a command without changing what it sends; the first two are prompts that were pasted with it. */
const prefixes: ReadonlySet<string> = new Set(["$", "%", "sudo", "command", "exec", "nohup", "env", "time"]);

interface PipedCommand {
  readonly command: Command;
  /** What the commands of its pipeline that come before it print into it. */
  readonly piped: ShellInput | undefined;
}

/** Every command of the script, in the order of the text. */
function* commandsOf(node: SyntaxNode): Generator<PipedCommand> {
  const children: SyntaxNode[] = [];
  forEachChild(node, (child) => {
    children.push(child);
  });
  let piped: ShellInput | undefined;
  for (const child of children) {
    if (child.type === "Command") yield { command: child, piped };
    yield* commandsOf(child);
    piped = node.type === "Pipeline" && child.type === "Command" ? printedBy(child, piped) : undefined;
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
      const input = redirectedInput(command) ?? piped;
      commands.push({ words, input, line: lineOf(block.offset + command.pos) });
    }
  }
  return commands;
}
