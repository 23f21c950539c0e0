import { stringEnd } from "./scanJson.ts";

const indentation = "  ";
/** Lists of plain values stay on one line up to this many characters. */
const longestLine = 64;
const space = /[ \t\r\n]/;

/** End of the token that starts at `start`: a string, a punctuation mark, or the characters of a number or word. */
function tokenEnd(text: string, start: number): number {
  const first = text[start] ?? "";
  if (first === '"') return stringEnd(text, start) + 1;
  if ("{}[],:".includes(first)) return start + 1;
  let end = start + 1;
  while (end < text.length && !'{}[],:" \t\r\n'.includes(text[end] ?? "")) end++;
  return end;
}

function skipSpace(text: string, start: number): number {
  let index = start;
  while (index < text.length && space.test(text[index] ?? "")) index++;
  return index;
}

/** What follows the list's opening bracket, on one line and with its closing one, if it is short and has only plain values. */
function shortList(text: string, start: number): { line: string; end: number } | undefined {
  let line = "";
  for (let index = skipSpace(text, start); index < text.length; ) {
    const end = tokenEnd(text, index);
    const token = text.slice(index, end);
    if (token === "]") return { line: `${line}]`, end };
    if (token === "[" || token === "{" || line.length + token.length > longestLine) return undefined;
    line += token === "," ? ", " : token;
    index = skipSpace(text, end);
  }
  return undefined;
}

interface Layout {
  readonly text: string;
  readonly parts: string[];
  depth: number;
  /** Where the next token starts. */
  next: number;
}

function newLine({ parts, depth }: Layout): void {
  parts.push("\n", indentation.repeat(Math.max(0, depth)));
}

function open(layout: Layout, bracket: string): void {
  layout.parts.push(bracket);
  layout.depth += 1;
  newLine(layout);
}

function close(layout: Layout, bracket: string): void {
  layout.depth -= 1;
  newLine(layout);
  layout.parts.push(bracket);
}

function skipTo(layout: Layout, end: number): void {
  layout.next = skipSpace(layout.text, end);
}

/** How each punctuation mark is laid out; every other token is written as it stands. */
const marks: Readonly<Record<string, (layout: Layout) => void>> = {
  ":": ({ parts }) => parts.push(": "),
  ",": (layout) => {
    layout.parts.push(",");
    newLine(layout);
  },
  "}": (layout) => close(layout, "}"),
  "]": (layout) => close(layout, "]"),
  "{": (layout) => {
    if (layout.text[layout.next] !== "}") return open(layout, "{");
    layout.parts.push("{}");
    skipTo(layout, layout.next + 1);
  },
  "[": (layout) => {
    const list = shortList(layout.text, layout.next);
    if (!list) return open(layout, "[");
    layout.parts.push("[", list.line);
    skipTo(layout, list.end);
  },
};

/**
 * Lays JSON text out over lines. It moves white space only: each name, string and number stays as it was written, also a number that
 * JavaScript would round, a repeated name and an escape. Text that is no JSON comes back laid out as far as it makes sense, never cut.
 */
export function prettyJson(text: string): string {
  const layout: Layout = { text, parts: [], depth: 0, next: skipSpace(text, 0) };
  while (layout.next < text.length) {
    const start = layout.next;
    const end = tokenEnd(text, start);
    skipTo(layout, end);
    const mark = end === start + 1 ? marks[text.charAt(start)] : undefined;
    if (mark) mark(layout);
    else layout.parts.push(text.slice(start, end));
  }
  return layout.parts.join("");
}
