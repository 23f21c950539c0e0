const escapes: Readonly<Record<string, string>> = { "<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029" };

/**
 * Data as a JavaScript expression. It is also JSON; "<" and the line separators are escaped, so that it stays data inside a page and for readers of
 * older JavaScript. A member "__proto__" would set a prototype, so that data with names from outside is passed as lists.
 */
export function codeLiteral(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (character) => escapes[character] ?? character);
}
