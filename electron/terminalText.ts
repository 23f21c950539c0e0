/** A line for a terminal: control characters, which steer one, are replaced, since names and texts in it may come from a stranger's file. */
export function terminalLine(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, "\uFFFD");
}

/** The same of one line or several. */
export function terminalText(text: string): string {
  return text.split("\n").map(terminalLine).join("\n");
}
