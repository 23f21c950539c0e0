import { type BashBlock, blocksOf } from "./bashBlocks.ts";
import type { ReadCommand } from "./bashScript.ts";
import { continuedAt, continuedText, pipedText, unclosedDocumentText, unclosedText } from "./brokenOff.ts";
import { lineCounter } from "./lineCounter.ts";
import type { ShellCommand, ShellWord } from "./shellCommand.ts";

/** Line ends of a file that was saved on Windows; where a single one is bare, the others belong to the text that is sent. */
function plainLineEnds(text: string): string {
  return /(?<!\r)\n/.test(text) ? text : text.replaceAll("\r\n", "\n");
}

type LineOf = (offset: number) => number;

function brokenOffText({ brokenOff, offset }: BashBlock, lineOf: LineOf): string | undefined {
  if (!brokenOff) return undefined;
  const { kind, at, opening } = brokenOff;
  const line = lineOf(offset + at + 1);
  if (kind === "pipe") return pipedText(line);
  return kind === "mark" ? unclosedText(opening, line) : unclosedDocumentText(opening, line);
}

/** The commands of a block; where it breaks off before a curl command, one without words. */
function* blockCommands(
  block: BashBlock,
  read: readonly ReadCommand[],
  lineOf: LineOf,
  brokenOff: string | undefined,
): Generator<ShellCommand> {
  const concerned = block.brokenOff?.command ?? block.text.length;
  let isTold = brokenOff === undefined;
  for (const { words, input, pos } of read) {
    if (!words) continue;
    const isConcerned = !isTold && pos >= concerned;
    isTold ||= isConcerned;
    yield { words, input, line: lineOf(block.offset + pos + 1), ...(isConcerned && { brokenOff }) };
  }
  if (!isTold) yield { words: [], input: undefined, line: lineOf(block.offset + concerned + 1), brokenOff };
}

/** The words without the backslash at the end of the text, which is taken for the last character of the last one. */
function withoutContinuation(words: readonly ShellWord[]): ShellWord[] {
  const last = words.at(-1);
  const text = last?.text.slice(0, -1) ?? "";
  return [...words.slice(0, -1), ...(last && text !== "" ? [{ ...last, text }] : [])];
}

/** Whether a block ends with this command, a curl command that does not break off otherwise. */
function endsWith({ brokenOff, text }: BashBlock, last: ReadCommand | undefined): boolean {
  return last?.words !== undefined && !brokenOff && /^[ \t]*\\?\s*$/.test(text.slice(last.end));
}

/**
 * The curl commands of a text in bash's or a POSIX shell's quoting, wherever they stand in it: after a prompt, in a pipeline, in a loop. Nothing is run:
 * what a shell would replace stays as written and is told in `expansions`. Never throws.
 */
export function bashCommands(pasted: string): ShellCommand[] {
  const text = plainLineEnds(pasted);
  const lineOf = lineCounter(text);
  const lineOfBreak = lineCounter(text);
  const commands: ShellCommand[] = [];
  let isLast = false;
  for (const block of blocksOf(text)) {
    const read = block.commands();
    commands.push(...blockCommands(block, read, lineOf, brokenOffText(block, lineOfBreak)));
    isLast = endsWith(block, read.at(-1));
  }
  const continued = continuedAt(text, "\\");
  const last = commands.at(-1);
  if (continued < 0 || !isLast || !last) return commands;
  const words = continued === text.length - 1 ? withoutContinuation(last.words) : last.words;
  const brokenOff = continuedText("\\", lineOfBreak(continued + 1));
  return [...commands.slice(0, -1), { ...last, words, brokenOff }];
}
