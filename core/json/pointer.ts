import { isJsonArray, isJsonObject, type Json } from "./json.ts";

/** A JSON pointer (RFC 6901): "" is the whole document, "/data/0/a~1b" a place in it. */
export type Pointer = string;

export function escapeToken(token: string | number): string {
  const text = String(token);
  return text.includes("~") || text.includes("/") ? text.replaceAll("~", "~0").replaceAll("/", "~1") : text;
}

/** Tokens, all or from one on, as a pointer. */
export function toPointer(tokens: readonly (string | number)[], from = 0): Pointer {
  let pointer = "";
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index] ?? "";
    pointer += typeof token === "number" ? `/${token}` : `/${escapeToken(token)}`;
  }
  return pointer;
}

export function pointerTokens(pointer: Pointer): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value that tokens lead to, or undefined where the document has none: `valueAt` for a pointer that is used thousands of times. */
export function valueAtTokens(document: Json, tokens: readonly string[]): Json | undefined {
  let current: Json | undefined = document;
  for (const token of tokens) {
    if (isJsonArray(current)) current = current[Number(token)];
    else if (isJsonObject(current)) current = Object.hasOwn(current, token) ? current[token] : undefined;
    else return undefined;
  }
  return current;
}

/** The value a pointer names, or undefined where the document has none. */
export function valueAt(document: Json, pointer: Pointer): Json | undefined {
  return valueAtTokens(document, pointerTokens(pointer));
}
