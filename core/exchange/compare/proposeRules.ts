import { isJsonNumber, type Json } from "../../json/json.ts";
import type { Pointer } from "../../json/pointer.ts";
import type { PointerPattern } from "../pattern/pointerPattern.ts";
import { canonicalText } from "./canonicalText.ts";
import type { Comparison } from "./compareExchanges.ts";
import { toleranceOf } from "./decimal.ts";
import type { Difference, Part } from "./difference.ts";
import type { EquivalenceRule, RuleForm } from "./equivalenceRule.ts";
import { isIgnorable, isIndex, placePattern, placeRule } from "./placeRule.ts";
import { hasSameShape } from "./shapes.ts";

/** A rule that would excuse what differed at places of one form, and what it rests on. */
export interface Proposal {
  readonly rule: EquivalenceRule;
  /** How many differences it would excuse. */
  readonly times: number;
  /** In how many pairs of exchanges. */
  readonly exchanges: number;
  readonly example: Pick<Difference, "left" | "right">;
}

/** Places that differ and for which no rule is proposed, because ignoring them would hide what a comparison is for. */
export interface Unproposed {
  readonly part: Part;
  readonly pattern: PointerPattern;
  readonly times: number;
}

export interface ProposedRules {
  /** Those that excuse most first. */
  readonly proposals: readonly Proposal[];
  readonly unproposed: readonly Unproposed[];
}

/** Places of more forms than this are gathered under the part alone, and nothing is proposed for them. */
const mostPlaces = 10_000;

interface Gathering {
  readonly part: Part;
  readonly pattern: PointerPattern;
  times: number;
  exchanges: number;
  latest: Comparison | undefined;
  readonly example: Pick<Difference, "left" | "right">;
  isReordering: boolean;
  isSameShape: boolean;
  isOnBothSides: boolean;
  /** undefined where not all are numbers. */
  tolerance: number | undefined;
}

function begin(part: Part, pattern: PointerPattern, { left, right }: Difference): Gathering {
  const example = { ...(left !== undefined && { left }), ...(right !== undefined && { right }) };
  return {
    part,
    pattern,
    times: 0,
    exchanges: 0,
    latest: undefined,
    example,
    isReordering: true,
    isSameShape: true,
    isOnBothSides: true,
    tolerance: 0,
  };
}

function addTo(gathering: Gathering, difference: Difference, comparison: Comparison, isReordering: boolean): void {
  const { left, right } = difference;
  gathering.times += 1;
  if (gathering.latest !== comparison) gathering.exchanges += 1;
  gathering.latest = comparison;
  gathering.isReordering &&= isReordering;
  gathering.isSameShape &&= typeof left === "string" && typeof right === "string" && hasSameShape(left, right);
  gathering.isOnBothSides &&= left !== undefined && right !== undefined;
  const tolerance = isJsonNumber(left) && isJsonNumber(right) ? toleranceOf(left, right) : undefined;
  const sofar = gathering.tolerance;
  gathering.tolerance = tolerance === undefined || sofar === undefined ? undefined : Math.max(sofar, tolerance);
}

function listOf(pointer: Pointer): Pointer | undefined {
  const slash = pointer.lastIndexOf("/");
  return slash >= 0 && isIndex(pointer.slice(slash + 1)) ? pointer.slice(0, slash) : undefined;
}

function textsOf(values: readonly (Json | undefined)[]): string {
  return JSON.stringify(values.map((value) => (value === undefined ? "" : canonicalText(value))).sort());
}

/** The lists whose differing items are the same on both sides, in another order. Items that are objects differ further inside and do not show here. */
function reorderedLists(differences: readonly Difference[]): Set<string> {
  const lists = new Map<string, Difference[]>();
  for (const difference of differences) {
    const list = difference.part === "response-header" ? undefined : listOf(difference.pointer);
    if (list === undefined) continue;
    const known = lists.get(`${difference.part} ${list}`);
    if (known) known.push(difference);
    else lists.set(`${difference.part} ${list}`, [difference]);
  }
  const reordered = [...lists].filter(([, items]) => {
    const [lefts, rights] = [items.map(({ left }) => left), items.map(({ right }) => right)];
    return items.length > 1 && textsOf(lefts) === textsOf(rights);
  });
  return new Set(reordered.map(([name]) => name));
}

/** The weakest form that excuses all differences of a place; undefined where none may. */
function formOf(gathering: Gathering): RuleForm | undefined {
  const { part, pattern, tolerance } = gathering;
  if (part === "status") return undefined;
  if (gathering.isReordering) return "any-order";
  if (gathering.isSameShape) return "same-shape";
  if (tolerance !== undefined) return { numberTolerance: tolerance };
  if (!isIgnorable(part, pattern)) return undefined;
  return gathering.isOnBothSides ? "ignore-if-both-present" : "ignore";
}

function proposalOf(gathering: Gathering, how: RuleForm): Proposal {
  const { part, pattern, times, exchanges, example } = gathering;
  const note = `Differed ${times} ${times === 1 ? "time" : "times"} between two runs of the same requests.`;
  return { rule: placeRule(part, pattern, { how, note, source: "noise learning" }), times, exchanges, example };
}

function gatherFrom(places: Map<string, Gathering>, comparison: Comparison): void {
  const differences = comparison.differences.filter(({ rule }) => rule === undefined);
  const reordered = reorderedLists(differences);
  for (const difference of differences) {
    const { part, pointer } = difference;
    const list = listOf(pointer);
    const isReordering = list !== undefined && reordered.has(`${part} ${list}`);
    const whole = placePattern(isReordering ? { ...difference, pointer: list } : difference);
    const pattern = places.has(`${part} ${whole}`) || places.size < mostPlaces ? whole : "";
    const gathering = places.get(`${part} ${pattern}`) ?? begin(part, pattern, difference);
    places.set(`${part} ${pattern}`, gathering);
    addTo(gathering, difference, comparison, isReordering);
  }
}

/**
 * Learns from the comparisons of two replays of one session, between which nothing should differ: proposes for each form of place the weakest rule that
 * excuses all that differed there. In this order: any order, same shape, a number tolerance, ignored if on both sides, ignored. Times are proposed by
 * their shape, because the next run is later by more than these two lie apart. Excused differences are left alone. Neither the status nor a whole body,
 * call or answer is ever proposed to be ignored, nor the method and path of a call; those are `unproposed`.
 */
export function proposeRules(twinDifferences: Iterable<Comparison>): ProposedRules {
  const places = new Map<string, Gathering>();
  for (const comparison of twinDifferences) gatherFrom(places, comparison);
  const proposals: Proposal[] = [];
  const unproposed: Unproposed[] = [];
  for (const gathering of places.values()) {
    const { part, pattern, times } = gathering;
    const how = pattern === "" ? undefined : formOf(gathering);
    if (how === undefined) unproposed.push({ part, pattern, times });
    else proposals.push(proposalOf(gathering, how));
  }
  return { proposals: proposals.sort((one, other) => other.times - one.times), unproposed };
}
