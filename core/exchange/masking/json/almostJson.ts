/** What other writers make of JSON: Python's `str` of a dictionary, JavaScript's object literals, and files with a comment before them. */

const backslash = 0x5c;
const apostrophe = 0x27;
const letterU = 0x75;
const letterB = 0x62;

/** What stands behind a string: the mark that goes on, or the end. */
const afterString = /\s*(?:[,:}\]]|$)/y;

/** Index of the apostrophe that ends the string which starts at `start`; the text's length if none does. */
function quotedEnd(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === apostrophe) return index;
    index += code === backslash ? 2 : 1;
  }
  return text.length;
}

/** Where the apostrophe is of a string that starts at `index`, perhaps with Python's letter before it (`u'…'`, `b'…'`); -1 where none is. */
function apostropheAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code === apostrophe) return index;
  const isLetter = code === letterU || code === letterB;
  return isLetter && text.charCodeAt(index + 1) === apostrophe ? index + 1 : -1;
}

/** An apostrophe may be one of a word ("'tis"): no mark comes after the next one, or it is the last one and strings in double quotes follow. */
function isString(text: string, start: number, end: number): boolean {
  if (end === text.length) return !text.includes('"', start);
  afterString.lastIndex = end + 1;
  return afterString.test(text);
}

/** The string in single quotes that starts at `index`, by the places of its quotes; the second is the text's length where the text is cut off. */
export function singleQuoted(text: string, index: number): { start: number; end: number } | undefined {
  const start = apostropheAt(text, index);
  if (start === -1) return undefined;
  const end = quotedEnd(text, start);
  return isString(text, start, end) ? { start, end } : undefined;
}

const space = /\s*/y;

function afterSpace(text: string, index: number): number {
  space.lastIndex = index;
  space.test(text);
  return space.lastIndex;
}

/** End of the comment that starts at `index`; `index` where none does. */
function commentEnd(text: string, index: number): number {
  const isBlock = text.startsWith("/*", index);
  if (!isBlock && !text.startsWith("//", index) && text.charAt(index) !== "#") return index;
  const close = isBlock ? "*/" : "\n";
  const end = text.indexOf(close, index + (isBlock ? 2 : 1));
  return end === -1 ? text.length : end + close.length;
}

/** Where the comments end that a text begins with. 0 where it begins with none. */
export function commentsEnd(text: string): number {
  let end = 0;
  for (;;) {
    const start = afterSpace(text, end);
    const next = commentEnd(text, start);
    if (next === start) return end;
    end = next;
  }
}

const jsonStart = /\s*(?:["'{[]|[bu]')/y;

/** Whether a text is to be read as JSON, or as nearly so. */
export function readsLikeJson(text: string): boolean {
  jsonStart.lastIndex = commentsEnd(text);
  return jsonStart.test(text);
}
