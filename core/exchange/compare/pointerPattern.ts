import { escapeToken, type Pointer, pointerTokens } from "../../json/pointer.ts";

/**
 * A pattern for JSON pointers: a pointer in which the segment "*" stands for any one segment and "**" for any number of them, also none. A member that is
 * itself named "*" or "**" is written "~2" or "~2~2", which no JSON pointer can contain.
 */
export type PointerPattern = string;

type Step = { readonly form: "name"; readonly name: string } | { readonly form: "one" } | { readonly form: "any" };

export interface CompiledPattern {
  readonly steps: readonly Step[];
}

const mostSteps = 64;
const wrongEscape = /~(?![012])/;

/** Why a text is no pattern, as the end of a sentence that begins with the text; undefined for one that is. */
export function patternFault(text: string): string | undefined {
  if (text !== "" && !text.startsWith("/")) return 'does not start with "/". Write it like "/data/*/id"';
  if (text.split("/").length - 1 > mostSteps) return `has more than ${mostSteps} segments`;
  return wrongEscape.test(text) ? 'has a "~" that is not part of "~0", "~1" or "~2". Write "~0" for it' : undefined;
}

function toStep(segment: string): Step {
  if (segment === "*") return { form: "one" };
  if (segment === "**") return { form: "any" };
  return { form: "name", name: segment.replaceAll("~2", "*").replaceAll("~1", "/").replaceAll("~0", "~") };
}

/** Prepares a pattern without a `patternFault` for matching. */
export function compilePattern(pattern: PointerPattern): CompiledPattern {
  return { steps: pattern === "" ? [] : pattern.slice(1).split("/").map(toStep) };
}

/** The pattern that matches a member of this name only. */
export function patternSegment(name: string): string {
  const isWildcard = name === "*" || name === "**";
  return isWildcard ? name.replaceAll("*", "~2") : escapeToken(name);
}

/** Where each step can be reached without using up a segment: past a "**". */
function addReach(reached: Set<number>, steps: readonly Step[], at: number): void {
  reached.add(at);
  for (let next = at; steps[next]?.form === "any"; next++) reached.add(next + 1);
}

function advance(reached: ReadonlySet<number>, steps: readonly Step[], token: string): Set<number> {
  const next = new Set<number>();
  for (const at of reached) {
    const step = steps[at];
    if (step?.form === "any") addReach(next, steps, at);
    else if (step?.form === "one" || (step && step.name === token)) addReach(next, steps, at + 1);
  }
  return next;
}

/**
 * How a pattern meets a pointer: `at` it, `above` it (it matches something that the pointer is part of), or not. Takes steps × segments at most, whatever
 * they are.
 */
export function matchPattern({ steps }: CompiledPattern, pointer: Pointer): "at" | "above" | undefined {
  let reached = new Set<number>();
  addReach(reached, steps, 0);
  let isAbove = false;
  for (const token of pointerTokens(pointer)) {
    isAbove ||= reached.has(steps.length);
    reached = advance(reached, steps, token);
    if (reached.size === 0) break;
  }
  if (reached.has(steps.length)) return "at";
  return isAbove ? "above" : undefined;
}
