import { pointerTokens } from "../../json/pointer.ts";
import { mostSteps, type PointerPattern, patternSegment } from "../pattern/pointerPattern.ts";
import type { Difference, Part } from "./difference.ts";
import { digest } from "./digest.ts";
import type { EquivalenceRule } from "./equivalenceRule.ts";
import { shapeOf } from "./shapes.ts";

/** A place with fewer segments is a whole body, a whole call, or says which call it is. The status is never ignored. */
const leastIgnorable: Readonly<Record<Part, number>> = {
  status: Number.POSITIVE_INFINITY,
  "response-header": 1,
  "response-body": 2,
  "native-request": 3,
  "native-response": 3,
};

const index = /^(?:0|[1-9]\d*)$/;

/** Whether a token of a pointer is the index of a list. */
export function isIndex(token: string): boolean {
  return index.test(token);
}

/** The pattern of a place: indices, and names that a server made up, become "*". Of a deeper place than a pattern can name the start is left open. */
export function placePattern({ part, pointer }: Pick<Difference, "part" | "pointer">): PointerPattern {
  if (part === "response-header") return pointer;
  const segments = pointerTokens(pointer).map((token) =>
    isIndex(token) || shapeOf(token) ? "*" : patternSegment(token),
  );
  const named = segments.length > mostSteps ? ["**", ...segments.slice(1 - mostSteps)] : segments;
  return named.map((segment) => `/${segment}`).join("");
}

/** Whether ignoring a place leaves something to compare. */
export function isIgnorable(part: Part, pattern: PointerPattern): boolean {
  return pattern.split("/").length - 1 >= leastIgnorable[part];
}

/** A rule for one place, with an id that follows from the place: a second one for it takes the place of the first. */
export function placeRule(
  part: Part,
  pattern: PointerPattern,
  { how, note, source }: Pick<EquivalenceRule, "how" | "note" | "source">,
): EquivalenceRule {
  const name = pattern
    .split("/")
    .filter((segment) => segment !== "" && segment !== "*")
    .slice(-3)
    .join(".")
    .replace(/[^A-Za-z0-9._-]/g, "_");
  const id = `${part}-${name.slice(0, 40)}-${digest([part, pattern]).slice(0, 8)}`;
  const at = part === "response-header" ? pointerTokens(pattern) : [pattern];
  return { id, parts: [part], at, how, enabled: true, note, source };
}
