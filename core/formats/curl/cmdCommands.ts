import { continuedAt, continuedText, openText } from "./brokenOff.ts";
import { lineCounter } from "./lineCounter.ts";
import { isCurl, plainWord, type ShellCommand } from "./shellCommand.ts";
import { windowsArguments } from "./windowsArguments.ts";

/** One command while it is read. */
interface Reading {
  readonly text: string;
  index: number;
  /** The command line as the program will get it, its quotes included. */
  line: string;
  isQuoted: boolean;
  /** After a pipe or redirection: what follows is not an argument. */
  isPastArguments: boolean;
}

/** A caret makes the next character mean itself; before a line end it continues the line, and the character after that means itself. */
function passCaret(reading: Reading): void {
  const { text } = reading;
  let next = reading.index + 1;
  if (text.startsWith("\r\n", next)) next += 2;
  else if (text[next] === "\n") next++;
  if (next > reading.index + 1 && text.startsWith("\r\n", next)) next++;
  reading.line += text[next] ?? "";
  reading.index = next + 1;
}

function isEnd({ text, index, isQuoted }: Reading): boolean {
  return text[index] === "\n" || (text[index] === "&" && !isQuoted);
}

function passCharacter(reading: Reading): void {
  const character = reading.text[reading.index] ?? "";
  if (character === '"') reading.isQuoted = !reading.isQuoted;
  else if (!reading.isQuoted && /[|<>]/.test(character)) reading.isPastArguments = true;
  if (!reading.isPastArguments && character !== "\r") reading.line += character;
  reading.index++;
}

/** Reads from `start` to the line end or "&" that ends the command; `end` is the place of that. */
function readCommand(text: string, start: number): { readonly line: string; readonly end: number } {
  const reading: Reading = { text, index: start, line: "", isQuoted: false, isPastArguments: false };
  while (reading.index < text.length && !isEnd(reading)) {
    if (text[reading.index] === "^" && !reading.isQuoted) passCaret(reading);
    else passCharacter(reading);
  }
  return { line: reading.line, end: reading.index };
}

/** A prompt that was pasted with its command: "C:\Users\jane>". */
const prompt = /^[ \t]{0,20}[A-Za-z]:\\[^>"\n]{0,300}>[ \t]{0,20}/gm;

/**
 * The curl commands of a text in the quoting of Windows' cmd.exe, as a browser's "Copy as cURL (cmd)" writes it: caret escapes, lines continued by "^".
 * Never throws.
 */
export function cmdCommands(pasted: string): ShellCommand[] {
  const text = pasted.replace(prompt, "");
  const lineOf = lineCounter(text);
  const continued = continuedAt(text, "^");
  const commands: ShellCommand[] = [];
  for (let start = 0; start < text.length; ) {
    const { line, end } = readCommand(text, start);
    const { words, isOpen } = windowsArguments(line);
    if (isCurl(words[0] ?? "")) {
      const place = lineOf(start + 1);
      const isContinued = start <= continued && continued < end;
      const endText = isContinued ? continuedText("^", lineOf(continued + 1)) : undefined;
      const brokenOff = isOpen ? openText(lineOf(end)) : endText;
      commands.push({ words: words.map(plainWord), input: undefined, line: place, brokenOff });
    }
    start = end + 1;
  }
  return commands;
}
