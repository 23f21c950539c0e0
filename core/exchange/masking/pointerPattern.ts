import { type Pointer, pointerTokens } from "../../json/pointer.ts";

/** A JSON pointer in which the segment `*` is any one name or index and `**` any number of them, none included. */
export type PointerPattern = Pointer;

/** `at` is where in the text it stops making sense, counted in characters from 0. */
export type ReadPointerPattern =
  | { readonly ok: true; readonly segments: readonly string[] }
  | { readonly ok: false; readonly at: number; readonly message: string };

const longestPattern = 1000;

/** Reads a pattern. Never throws; the message says what is wrong there and what to write. */
export function readPointerPattern(text: string): ReadPointerPattern {
  if (text.length > longestPattern) {
    return {
      ok: false,
      at: longestPattern,
      message: `A pattern has at most ${longestPattern} characters: shorten it.`,
    };
  }
  if (text !== "" && !text.startsWith("/")) {
    return {
      ok: false,
      at: 0,
      message: `A pattern starts with "/", as in "/data/attributes/**/nickname": put one before "${text}".`,
    };
  }
  const tilde = text.search(/~(?![01])/);
  if (tilde !== -1) {
    return {
      ok: false,
      at: tilde,
      message: 'A "~" stands before 0 or 1 only: write "~0" for "~" and "~1" for "/" in a name.',
    };
  }
  const mixed = /\/(?!\*{1,2}(?:\/|$))[^/]*\*/.exec(text);
  if (mixed) {
    return {
      ok: false,
      at: mixed.index + 1,
      message: 'A "*" or "**" stands for whole segments and cannot be part of one: write it between two slashes.',
    };
  }
  return { ok: true, segments: pointerTokens(text) };
}
