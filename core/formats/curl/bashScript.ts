import { type Command, forEachChild, type ParsedScript, parse, type SyntaxNode } from "unbash";
import { argumentsOf, isPrinter, printedBy, redirectedInput, toWord } from "./printedInput.ts";
import { isCurl, type ShellInput, type ShellWord } from "./shellCommand.ts";

export interface ReadCommand {
  /** The words from `curl` on; undefined for another program. */
  readonly words: readonly ShellWord[] | undefined;
  /** What it reads from its standard input. */
  readonly input: ShellInput | undefined;
  /** Where it stands in the text of the script. */
  readonly pos: number;
  readonly end: number;
}

/** What is missing of a script: what closes a quote or bracket, or a here-document, or the command that a pipe leads to. */
export interface BrokenOff {
  readonly kind: "mark" | "here-document" | "pipe";
  /** Where the command starts that it belongs to. */
  readonly command: number;
  /** Where what is not closed opens, or where the pipe is. */
  readonly at: number;
  /** What opens there: "'", "$(", the delimiter of a here-document. */
  readonly opening: string;
}

/** A text read as a script of bash or a POSIX shell. */
export interface BashScript {
  readonly commands: () => ReadCommand[];
  /** Of a curl command or of one that prints for it; prose around them may hold any apostrophe. */
  readonly brokenOff: BrokenOff | undefined;
  readonly isSound: boolean;
}

/** What stands before a command without changing what it sends; the first two are prompts that were pasted with it. */
const prefixes: ReadonlySet<string> = new Set(["$", "%", "sudo", "command", "exec", "nohup", "env", "time"]);

/** Index of the word that names curl, the command's own name being the first; -1 for a command that starts another program. */
function curlIndex({ name, args }: Command): number {
  if (!name) return -1;
  if (isCurl(name.value)) return 0;
  return prefixes.has(name.value) ? args.findIndex((word) => word.type === "Word" && isCurl(word.value)) + 1 || -1 : -1;
}

function curlWords(command: Command): ShellWord[] | undefined {
  const index = curlIndex(command);
  if (!command.name || index < 0) return undefined;
  return [toWord(command.name), ...argumentsOf(command)].slice(index);
}

interface PipedCommand {
  readonly command: Command;
  /** The one that prints into it. */
  readonly before: PipedCommand | undefined;
}

/** Every command of the script, in the order of the text. */
function* commandsOf(node: SyntaxNode): Generator<PipedCommand> {
  const children: SyntaxNode[] = [];
  forEachChild(node, (child) => {
    children.push(child);
  });
  let before: PipedCommand | undefined;
  for (const child of children) {
    const piped = child.type === "Command" ? { command: child, before } : undefined;
    if (piped) yield piped;
    yield* commandsOf(child);
    before = node.type === "Pipeline" ? piped : undefined;
  }
}

function inputOf({ command, before }: PipedCommand): ShellInput | undefined {
  const printing: Command[] = [];
  for (let each = before; each && isPrinter(each.command); each = each.before) printing.push(each.command);
  let piped: ShellInput | undefined;
  for (const each of printing.toReversed()) piped = printedBy(each, piped);
  return redirectedInput(command) ?? piped;
}

function readCommand(piped: PipedCommand): ReadCommand {
  const { pos, end } = piped.command;
  const words = curlWords(piped.command);
  return { words, input: words && inputOf(piped), pos, end };
}

const opening = /\$?\(\(?|\$?\{|[<>]\(|\$?['"]|./sy;

function openingAt(text: string, at: number): string {
  opening.lastIndex = at;
  return opening.exec(text)?.[0] ?? "";
}

function openDocument(command: Command): BrokenOff | undefined {
  for (const redirect of command.redirects) {
    if (redirect.type !== "HereDoc" || redirect.closing) continue;
    const name = redirect.delimiter?.value ?? "";
    return { kind: "here-document", command: command.pos, at: redirect.pos, opening: name };
  }
  return undefined;
}

/** What a script lacks. One construct that is not closed goes to the end of the text, so that there is no other after it. */
function brokenOffIn(text: string, script: ParsedScript, commands: readonly Command[]): BrokenOff | undefined {
  const errors = script.errors ?? [];
  const open = errors.filter(({ message }) => message.startsWith("unterminated")).map(({ pos }) => pos);
  const at = Math.min(...open.slice(0, 100));
  for (const command of commands) {
    if (command.pos <= at && at <= command.end)
      return { kind: "mark", command: command.pos, at, opening: openingAt(text, at) };
    const document = openDocument(command);
    if (document) return document;
  }
  const last = commands.at(-1);
  const isPipe = errors.some(({ message }) => message.startsWith("expected command after '|'"));
  const pipe = text.trimEnd().length - 1;
  if (!last || !isPipe || text[pipe] !== "|" || text.slice(last.end, pipe).trim() !== "") return undefined;
  return { kind: "pipe", command: last.pos, at: pipe, opening: "|" };
}

/** A prompt that the parser would not take for a word: ">" redirects and "#" comments. */
const leadingPrompt = /^\s*[>#]\s+(?=\S*curl)/;

function withoutPrompt(text: string): string {
  const prompt = leadingPrompt.exec(text)?.[0] ?? "";
  return " ".repeat(prompt.length) + text.slice(prompt.length);
}

/** Reads a text as a script. Nothing is run: what a shell would replace stays as written. Never throws. */
export function readScript(text: string): BashScript {
  const script = parse(withoutPrompt(text));
  const piped = [...commandsOf(script)];
  const concerned = piped
    .map(({ command }) => command)
    .filter((command) => isPrinter(command) || curlIndex(command) >= 0);
  const brokenOff = brokenOffIn(text, script, concerned);
  return { commands: () => piped.map(readCommand), brokenOff, isSound: !script.errors?.length && !brokenOff };
}
