import { escapeToken } from "../../json/pointer.ts";

/**
 * A JSON pointer in which the segment `*` is any one name or index and `**` any number of them, none included. A star that is part of a name is written `~2`,
 * which no JSON pointer can contain.
 */
export type PointerPattern = string;

export type PatternStep =
  | { readonly form: "name"; readonly name: string }
  | { readonly form: "one" }
  | { readonly form: "any" };

/** `at` is where in the text it stops making sense, counted in characters from 0. */
export type ReadPointerPattern =
  | { readonly ok: true; readonly steps: readonly PatternStep[] }
  | { readonly ok: false; readonly at: number; readonly message: string };

export const mostSteps = 64;

function faultOf(text: string): { at: number; message: string } | undefined {
  if (text !== "" && !text.startsWith("/")) {
    return {
      at: 0,
      message: `A pattern starts with "/", as in "/data/attributes/**/nickname": put one before "${text}".`,
    };
  }
  const tilde = text.search(/~(?![012])/);
  if (tilde !== -1) {
    return {
      at: tilde,
      message: 'A "~" stands before 0, 1 or 2 only: write "~0" for "~", "~1" for "/" and "~2" for "*" in a name.',
    };
  }
  const mixed = /\/(?!\*{1,2}(?:\/|$))[^/]*\*/.exec(text);
  if (mixed) {
    return {
      at: mixed.index + 1,
      message:
        'A "*" or "**" stands for whole segments and cannot be part of one: write it between two slashes, or "~2" for a star in a name.',
    };
  }
  const segments = text.split("/");
  if (segments.length - 1 <= mostSteps) return undefined;
  const at = segments.slice(0, mostSteps + 1).join("/").length;
  return { at, message: `A pattern has at most ${mostSteps} segments: use "**" for several of them.` };
}

function toStep(segment: string): PatternStep {
  if (segment === "*") return { form: "one" };
  if (segment === "**") return { form: "any" };
  return { form: "name", name: segment.replaceAll("~2", "*").replaceAll("~1", "/").replaceAll("~0", "~") };
}

/** Reads a pattern. Never throws; the message says what is wrong there and what to write. */
export function readPointerPattern(text: string): ReadPointerPattern {
  const fault = faultOf(text);
  return fault ? { ok: false, ...fault } : { ok: true, steps: text.split("/").slice(1).map(toStep) };
}

/** The steps of a pattern that is known to be one; throws for another text. */
export function patternSteps(pattern: PointerPattern): readonly PatternStep[] {
  const read = readPointerPattern(pattern);
  if (!read.ok) throw new Error(`The pattern "${pattern}" is not valid. ${read.message}`);
  return read.steps;
}

/** The segment that matches a member of this name only. */
export function patternSegment(name: string): string {
  return escapeToken(name).replaceAll("*", "~2");
}
