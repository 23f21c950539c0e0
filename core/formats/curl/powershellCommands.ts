import { continuedAt, continuedText, unclosedText } from "./brokenOff.ts";
import { lineCounter } from "./lineCounter.ts";
import { isCurl, type ShellCommand, type ShellWord } from "./shellCommand.ts";
import { windowsArguments } from "./windowsArguments.ts";

interface Reading {
  readonly text: string;
  index: number;
  words: ShellWord[];
  /** The word that is being read; undefined between words. */
  word: { text: string; expansions: string[] } | undefined;
  /** The quote, with its place, that the text ends in. */
  open: { readonly quote: string; readonly index: number } | undefined;
}

/** What a backtick makes of a letter; any other character means itself. Source: Microsoft, about_Special_Characters. */
const escapes: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["e", "\x1b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
]);

function add(reading: Reading, text: string): void {
  reading.word ??= { text: "", expansions: [] };
  reading.word.text += text;
}

function endWord(reading: Reading): void {
  if (reading.word) reading.words.push(reading.word);
  reading.word = undefined;
}

/** At a backtick. A line end after it continues the command; within quotes it stays. */
function passBacktick(reading: Reading, isQuoted: boolean): void {
  const { text, index } = reading;
  const next = text[index + 1] ?? "";
  if (!isQuoted && (next === "\n" || next === "\r")) {
    reading.index += text.startsWith("\r\n", index + 1) ? 3 : 2;
    return;
  }
  add(reading, escapes.get(next) ?? next);
  reading.index += 2;
}

const variable = /\$(?:\{[^}\n]{1,200}\}|[\w:]{1,200})/y;

/** At a dollar sign: it stays as it is written, and is told. */
function passDollar(reading: Reading): void {
  variable.lastIndex = reading.index;
  const isSubexpression = reading.text[reading.index + 1] === "(";
  const found = isSubexpression ? "$(" : variable.exec(reading.text)?.[0];
  add(reading, found ?? "$");
  if (found !== undefined) reading.word?.expansions.push(found);
  reading.index += found?.length ?? 1;
}

/** At a quote of either kind; a doubled one within stands for itself. */
function passQuoted(reading: Reading, quote: string): void {
  const { text, index } = reading;
  add(reading, "");
  reading.index++;
  while (reading.index < text.length) {
    const character = text[reading.index] ?? "";
    if (character === quote && text[reading.index + 1] !== quote) break;
    if (character === quote) {
      add(reading, quote);
      reading.index += 2;
    } else if (quote === '"' && character === "`") passBacktick(reading, true);
    else if (quote === '"' && character === "$") passDollar(reading);
    else {
      add(reading, character);
      reading.index++;
    }
  }
  if (reading.index >= text.length) reading.open = { quote, index };
  reading.index++;
}

const hereOpening = /@(['"])[ \t]*\r?\n/y;

/** At a here-string, whose last line is its quote and "@"; false where none starts. What a shell would replace in one is told as a whole. */
function passHereString(reading: Reading): boolean {
  hereOpening.lastIndex = reading.index;
  const opening = hereOpening.exec(reading.text);
  if (!opening) return false;
  const [whole, quote = ""] = opening;
  const start = reading.index + whole.length;
  const end = reading.text.indexOf(`\n${quote}@`, start - 1);
  const content = reading.text.slice(start, end < 0 ? undefined : Math.max(start, end)).replace(/\r$/, "");
  add(reading, content);
  const expansion = quote === '"' ? /\$[\w({]/.exec(content) : null;
  if (expansion) reading.word?.expansions.push(expansion[0]);
  if (end < 0) reading.open = { quote: `@${quote}`, index: reading.index };
  reading.index = end < 0 ? reading.text.length : end + 3;
  return true;
}

/** Passes one piece of a command; false at its end. */
function passPiece(reading: Reading): boolean {
  const character = reading.text[reading.index] ?? "";
  if (character === "`") passBacktick(reading, false);
  else if (character === "'" || character === '"') passQuoted(reading, character);
  else if (character === "$") passDollar(reading);
  else if (character === "@" && passHereString(reading)) return true;
  else if (/[;|\n]/.test(character)) return false;
  else {
    if (/\s/.test(character)) endWord(reading);
    else add(reading, character);
    reading.index++;
  }
  return true;
}

/**
 * Before version 7.3 PowerShell does not escape the quotes it hands to a program, so that people write `\"` for each. Where every quote is written so,
 * the program sees it without the backslash.
 */
function asProgramSees(word: ShellWord): ShellWord {
  const quotes = [...word.text.matchAll(/"/g)];
  const areEscaped = quotes.length > 0 && quotes.every(({ index }) => word.text[index - 1] === "\\");
  return areEscaped ? { ...word, text: windowsArguments(`"${word.text}"`).words.join(" ") } : word;
}

/** `continued` is where a backtick ends the text, in this command or after it. */
function brokenOffText(
  { index, open }: Reading,
  continued: number | undefined,
  lineOf: (offset: number) => number,
): string | undefined {
  if (open) return unclosedText(open.quote, lineOf(open.index + 1));
  const isContinued = continued !== undefined && continued < index;
  return isContinued ? continuedText("`", lineOf(continued + 1)) : undefined;
}

/** A prompt that was pasted with its command: "PS C:\Users\jane>". */
const prompt = /^[ \t]{0,20}PS [^>"'\n]{0,300}>[ \t]{0,20}/gm;

/** The curl commands of a text in PowerShell's quoting: backticks, doubled quotes, here-strings. Never throws. Source: Microsoft, about_Quoting_Rules, about_Parsing. */
export function powershellCommands(pasted: string): ShellCommand[] {
  const text = pasted.replace(prompt, "");
  const lineOf = lineCounter(text);
  const continued = continuedAt(text, "`");
  const commands: ShellCommand[] = [];
  for (let start = 0; start < text.length; ) {
    const reading: Reading = { text, index: start, words: [], word: undefined, open: undefined };
    while (reading.index < text.length && passPiece(reading));
    endWord(reading);
    const words = reading.words[0]?.text === "&" ? reading.words.slice(1) : reading.words;
    if (isCurl(words[0]?.text ?? "")) {
      const line = lineOf(start + 1);
      const brokenOff = brokenOffText(reading, continued >= start ? continued : undefined, lineOf);
      commands.push({ words: words.map(asProgramSees), input: undefined, line, brokenOff });
    }
    start = reading.index + 1;
  }
  return commands;
}
