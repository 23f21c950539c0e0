/** Words for a command that ends before it is whole, as a file does that was cut off. User text, each a sentence without its end. */

/** What opens on a line, a quote for example, and is closed nowhere. */
export function unclosedText(opening: string, line: number): string {
  return `the ${opening} on line ${line} is never closed`;
}

/** A quote that is open where a command ends. */
export function openText(line: number): string {
  return `a quote is still open at the end of line ${line}`;
}

export function unclosedDocumentText(name: string, line: number): string {
  return `the here-document that line ${line} announces has no line ${JSON.stringify(name)} at its end`;
}

export function continuedText(mark: string, line: number): string {
  return `the ${mark} at the end of line ${line} goes on to a line that is not there`;
}

export function pipedText(line: number): string {
  return `the pipe at the end of line ${line} leads to a command that is not there`;
}

export const valuelessText = "its last option has no value";

/** Where a text ends with a mark that continues a line, but for white space; -1 where it does not. A doubled mark stands for itself. */
export function continuedAt(text: string, mark: "\\" | "^" | "`"): number {
  const last = text.trimEnd().length - 1;
  let first = last;
  while (first >= 0 && text[first] === mark) first--;
  const isLineEnd = /^(?:\r?\n|$)/.test(text.slice(last + 1, last + 3));
  return (last - first) % 2 === 1 && isLineEnd ? last : -1;
}
