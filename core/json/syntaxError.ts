/** Where text stops being JSON: `offset` counts UTF-16 units from 0, `line` and `column` from 1; `found` is the character there, or undefined at the end. */
export interface SyntaxPlace {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  readonly found: string | undefined;
}

/** What may come next. The `first` states also take the end of what has just opened; "end" takes nothing more. */
type Expected = "value" | "firstItem" | "name" | "firstName" | "colon" | "separator" | "end";

interface Reading {
  readonly text: string;
  index: number;
  expected: Expected;
  readonly open: ("{" | "[")[];
}

const space = /[ \t\n\r]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escapeSequence = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

function pass(reading: Reading, pattern: RegExp): boolean {
  pattern.lastIndex = reading.index;
  const matched = pattern.exec(reading.text)?.[0];
  reading.index += matched?.length ?? 0;
  return matched !== undefined;
}

function passString(reading: Reading): boolean {
  if (reading.text[reading.index] !== '"') return false;
  reading.index++;
  while (reading.text[reading.index] !== '"') {
    if (reading.text[reading.index] === "\\") {
      if (!pass(reading, escapeSequence)) return false;
    } else if (reading.text.charCodeAt(reading.index) >= 0x20) reading.index++;
    else return false;
  }
  reading.index++;
  return true;
}

function afterValue({ open }: Reading): Expected {
  return open.length === 0 ? "end" : "separator";
}

function passOpen(reading: Reading, opener: "{" | "["): boolean {
  reading.open.push(opener);
  reading.index++;
  reading.expected = opener === "{" ? "firstName" : "firstItem";
  return true;
}

function passClose(reading: Reading, closer: "}" | "]"): boolean {
  if (reading.text[reading.index] !== closer) return false;
  reading.open.pop();
  reading.index++;
  reading.expected = afterValue(reading);
  return true;
}

function passValue(reading: Reading): boolean {
  const character = reading.text[reading.index];
  if (character === "{" || character === "[") return passOpen(reading, character);
  if (!passString(reading) && !pass(reading, scalar)) return false;
  reading.expected = afterValue(reading);
  return true;
}

function passName(reading: Reading): boolean {
  if (!passString(reading)) return false;
  reading.expected = "colon";
  return true;
}

function passMark(reading: Reading, mark: ":" | ",", next: Expected): boolean {
  if (reading.text[reading.index] !== mark) return false;
  reading.index++;
  reading.expected = next;
  return true;
}

function passSeparator(reading: Reading): boolean {
  return reading.open.at(-1) === "{"
    ? passMark(reading, ",", "name") || passClose(reading, "}")
    : passMark(reading, ",", "value") || passClose(reading, "]");
}

const steps: Readonly<Record<Expected, (reading: Reading) => boolean>> = {
  value: passValue,
  firstItem: (reading) => passClose(reading, "]") || passValue(reading),
  name: passName,
  firstName: (reading) => passClose(reading, "}") || passName(reading),
  colon: (reading) => passMark(reading, ":", "value"),
  separator: passSeparator,
  end: () => false,
};

/**
 * The first place at which text cannot be JSON (RFC 8259), whatever would follow; undefined for text that is. The engine's parser tells a place for some
 * faults only. No recursion, so depth does not matter.
 */
export function findSyntaxError(text: string): SyntaxPlace | undefined {
  const reading: Reading = { text, index: 0, expected: "value", open: [] };
  do pass(reading, space);
  while (steps[reading.expected](reading));
  const { index: offset, expected } = reading;
  if (expected === "end" && offset === text.length) return undefined;
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  const column = offset - before.lastIndexOf("\n");
  const found = text.codePointAt(offset);
  return { offset, line, column, found: found === undefined ? undefined : String.fromCodePoint(found) };
}
