/** The shells whose quoting is understood. */
export type ShellDialect = "bash" | "cmd" | "powershell";

/** Index after a string in quotes that starts at `start`; a backslash protects a double quote, and a single one after "$". */
function quotedEnd(text: string, start: number): number {
  const quote = text[start];
  const hasEscapes = quote === '"' || text[start - 1] === "$";
  let index = start + 1;
  while (index < text.length && text[index] !== quote) index += hasEscapes && text[index] === "\\" ? 2 : 1;
  return index + 1;
}

/** What a line's end, or a quote, tells about the shell when this character stands before it outside of quotes. */
function told(text: string, index: number): ShellDialect | undefined {
  const isAtLineEnd = /^(?:\r?\n|$)/.test(text.slice(index + 1, index + 3));
  const character = text[index];
  if (character === "^" && (isAtLineEnd || text[index + 1] === '"')) return "cmd";
  if (character === "`" && isAtLineEnd) return "powershell";
  if (character === "@" && /^['"][ \t]*\r?\n/.test(text.slice(index + 1, index + 40))) return "powershell";
  return character === "\\" && isAtLineEnd ? "bash" : undefined;
}

interface Command {
  /** What its line end or its quoting tells. */
  readonly dialect: ShellDialect | undefined;
  readonly hasSingleQuotes: boolean;
  /** Where it ends, or its first sign stands. */
  readonly end: number;
}

/** Looks at a command from its start to the first sign of its shell. */
function lookAt(text: string, start: number): Command {
  let hasSingleQuotes = false;
  let index = start;
  while (index < text.length && text[index] !== "\n") {
    const dialect = told(text, index);
    if (dialect) return { dialect, hasSingleQuotes, end: index };
    const character = text[index];
    if (character === "'") hasSingleQuotes = true;
    if (character === "'" || character === '"') index = quotedEnd(text, index);
    else index += character === "\\" ? 2 : 1;
  }
  return { dialect: undefined, hasSingleQuotes, end: index };
}

/**
 * The shell that a pasted text was written for, told by how its curl commands continue a line; where none does, by PowerShell's prompt or by `curl.exe` with
 * single quotes. What stands within quotes is text to send and tells nothing.
 */
export function shellDialect(text: string): ShellDialect {
  const word = /(?<![\w.-])curl(?:\.exe)?(?=\s)/gi;
  let isPowershell = false;
  for (let found = word.exec(text); found; found = word.exec(text)) {
    const { dialect, hasSingleQuotes, end } = lookAt(text, found.index);
    if (dialect) return dialect;
    const lineStart = Math.max(text.lastIndexOf("\n", found.index) + 1, found.index - 300);
    const isPrompted = /^[ \t]{0,20}PS [^\n]*>/.test(text.slice(lineStart, found.index));
    isPowershell ||= isPrompted || (hasSingleQuotes && found[0].endsWith(".exe"));
    word.lastIndex = Math.max(end, found.index + 1);
  }
  return isPowershell ? "powershell" : "bash";
}
