import { isJsonNumber } from "../../json/json.ts";
import { escapeToken, type Pointer, pointerTokens } from "../../json/pointer.ts";
import { matchPointer, startPatterns } from "../pattern/PatternState.ts";
import { patternSteps } from "../pattern/pointerPattern.ts";
import { isWithin } from "./decimal.ts";
import { type Difference, type Part, parts } from "./difference.ts";
import type { EquivalenceRule, RuleForm } from "./equivalenceRule.ts";
import { matchesName } from "./namePattern.ts";
import { hasSameShape, isoTimeMs } from "./shapes.ts";

type Match = "at" | "above" | undefined;

interface CompiledRule {
  readonly id: string;
  readonly match: (pointer: Pointer) => Match;
  readonly excuses: (difference: Difference, match: Match) => boolean;
  readonly isUnordered: boolean;
}

/** Rules ready for use, by the part that they speak of. */
export type CompiledRules = Readonly<Record<Part, readonly CompiledRule[]>>;

function areWithinTime(left: unknown, right: unknown, toleranceMs: number): boolean {
  const first = typeof left === "string" ? isoTimeMs(left) : undefined;
  const second = typeof right === "string" ? isoTimeMs(right) : undefined;
  return first !== undefined && second !== undefined && Math.abs(first - second) <= toleranceMs;
}

const namedForms: Readonly<Record<Extract<RuleForm, string>, CompiledRule["excuses"]>> = {
  ignore: () => true,
  "ignore-if-both-present": ({ kind }, match) => match === "above" || kind === "changed" || kind === "type",
  "same-shape": ({ left, right }, match) =>
    match === "at" && typeof left === "string" && typeof right === "string" && hasSameShape(left, right),
  "any-order": ({ isReordering }, match) => match === "at" && isReordering === true,
};

function excusesBy(how: RuleForm): CompiledRule["excuses"] {
  if (typeof how === "string") return namedForms[how];
  if ("numberTolerance" in how) {
    return ({ left, right }, match) =>
      match === "at" && isJsonNumber(left) && isJsonNumber(right) && isWithin(left, right, how.numberTolerance);
  }
  return ({ left, right }, match) => match === "at" && areWithinTime(left, right, how.timeToleranceMs);
}

function matcherOf({ parts: names, at }: EquivalenceRule): CompiledRule["match"] {
  if (names.includes("response-header")) {
    return (pointer) => {
      const [name = ""] = pointerTokens(pointer);
      return at.some((pattern) => matchesName(pattern, name)) ? "at" : undefined;
    };
  }
  const patterns = startPatterns(at.map((pattern) => ({ steps: patternSteps(pattern), tag: pattern })));
  return (pointer) => matchPointer(patterns, pointer);
}

/** Prepares rules, in the order in which they are to be asked; those that are off are left out. */
export function compileRules(rules: readonly EquivalenceRule[]): CompiledRules {
  const byPart = new Map<Part, CompiledRule[]>(parts.map((part) => [part, []]));
  for (const rule of rules.filter(({ enabled }) => enabled)) {
    const { id, how } = rule;
    const compiled = { id, match: matcherOf(rule), excuses: excusesBy(how), isUnordered: how === "any-order" };
    for (const part of new Set(rule.parts)) byPart.get(part)?.push(compiled);
  }
  const of = (part: Part): readonly CompiledRule[] => byPart.get(part) ?? [];
  return {
    status: of("status"),
    "response-header": of("response-header"),
    "response-body": of("response-body"),
    "native-request": of("native-request"),
    "native-response": of("native-response"),
  };
}

/** The first rule that excuses a difference; undefined for one that means something. */
export function excusingRule(rules: CompiledRules, difference: Difference): string | undefined {
  for (const { id, match, excuses } of rules[difference.part]) {
    const matched = match(difference.pointer);
    if (matched !== undefined && excuses(difference, matched)) return id;
  }
  return undefined;
}

/** What tells a diff which lists of a part have no order; undefined where no rule speaks of one. */
export function unorderedLists(rules: CompiledRules, part: Part): ((pointer: Pointer) => boolean) | undefined {
  const unordered = rules[part].filter(({ isUnordered }) => isUnordered);
  if (unordered.length === 0) return undefined;
  return (pointer) => unordered.some(({ match }) => match(pointer) === "at");
}

/** The pointer of a header. */
export function headerPointer(name: string): Pointer {
  return `/${escapeToken(name.toLowerCase())}`;
}
