import { type Pointer, toPointer } from "../json/pointer.ts";
import type { EndpointId } from "../klaviyo/endpoints.ts";
import type { Facts, FindingCode } from "./findingCatalogue.ts";
import { layouts, type Scope, type TargetName } from "./layouts.ts";
import { type PlacedScope, placeScope, slotOf } from "./placedScope.ts";
import type { Rule } from "./rules/rule.ts";
import { type Transform, transforms } from "./transforms.ts";

/** A rule as the interpreter runs it. */
export interface PlacedRule {
  readonly rule: Rule;
  /** Counts the placed rules of all endpoints. */
  readonly number: number;
  readonly isAssumed: boolean;
  readonly transform: Transform;
  /** Slot of the target that it fills. */
  readonly target: number;
  /** Member of the target that holds the native field; undefined when the target itself does. */
  readonly container: string | undefined;
  /** What a losing row says of its values. */
  readonly finding: FindingCode;
  /** Name of the native field; undefined keeps the name of the member that it comes from. */
  readonly field: string | undefined;
  /** How findings name the two fields; undefined where that depends on the member. */
  readonly names: Facts | undefined;
}

/** A place in Klaviyo's documents that rules know, with the places below it in the order of the rules. */
export interface RulePlace {
  /** Leads there from the document, or from the item of a list that it is in. */
  readonly at: Pointer;
  /** As many as a number has bits, so that a set of them is one number: bit `n` stands for the member `n`. */
  readonly members: { readonly name: string; readonly place: RulePlace }[];
  /** Where a name is among the members. */
  readonly indexes: Map<string, number>;
  /** The members of which something is said when they are missing. */
  expected: number;
  rule: PlacedRule | undefined;
  /** The rule for each member that is not among `members`. */
  others: PlacedRule | undefined;
  items: RulePlace | undefined;
  scope: PlacedScope | undefined;
  /** What is said when the member is missing. */
  whenMissing: FindingCode | undefined;
}

const mostMembers = 32;

function pathNames(path: string): readonly string[] {
  return path === "" ? [] : path.split(".");
}

function emptyPlace(at: Pointer): RulePlace {
  return {
    at,
    members: [],
    indexes: new Map(),
    expected: 0,
    rule: undefined,
    others: undefined,
    items: undefined,
    scope: undefined,
    whenMissing: undefined,
  };
}

function memberOf(place: RulePlace, name: string): { readonly index: number; readonly place: RulePlace } {
  const known = place.indexes.get(name);
  const index = known ?? place.members.push({ name, place: emptyPlace(place.at + toPointer([name])) }) - 1;
  const member = place.members[index];
  if (!member || index >= mostMembers)
    throw new Error(`The rules know more members beside "${name}" than fit a number.`);
  place.indexes.set(name, index);
  return { index, place: member.place };
}

function below(place: RulePlace, names: readonly string[]): RulePlace {
  return names.reduce((at, name) => {
    if (name !== "*") return memberOf(at, name).place;
    at.items ??= emptyPlace("");
    return at.items;
  }, place);
}

let placedRules = 0;

function placeRule(place: RulePlace, rule: Rule, target: TargetName): void {
  const to = pathNames(rule.to ?? "");
  const field = to.at(-1);
  const placed = {
    rule,
    number: placedRules++,
    isAssumed: rule.basis === "assumed",
    transform: transforms[rule.how],
    target: slotOf(target),
    finding: rule.to === null ? rule.finding : "unknown-member",
    container: to.at(-2),
    field: field === "*" ? undefined : field,
    names: rule.from.includes("*") ? undefined : namesOf(rule, ""),
  };
  const names = pathNames(rule.from);
  if (names.at(-1) === "*") below(place, names.slice(0, -1)).others = placed;
  else below(place, names).rule = placed;
}

/** Has something said of a member when it is missing. */
function expectMember(place: RulePlace, path: string, code: FindingCode): void {
  const names = pathNames(path);
  const owner = below(place, names.slice(0, -1));
  const member = memberOf(owner, names.at(-1) ?? "");
  member.place.whenMissing = code;
  owner.expected |= 1 << member.index;
}

function placeLayout(root: RulePlace, scope: Scope): RulePlace {
  const place = below(root, pathNames(scope.at));
  place.scope = placeScope(scope);
  for (const { at, rules, target } of scope.mounts) {
    for (const rule of rules) placeRule(below(place, pathNames(at)), rule, target);
  }
  for (const { at, code } of scope.expects ?? []) expectMember(place, at, code);
  for (const inner of scope.scopes ?? []) placeLayout(place, inner);
  return root;
}

/** The rules of a layout as a tree over its documents. */
export function placesOf(layout: Scope): RulePlace {
  return placeLayout(emptyPlace(""), layout);
}

/** The rules of each endpoint, placed once when the module loads. */
export const rulePlaces: Readonly<Record<EndpointId, RulePlace>> = {
  events: placesOf(layouts.events),
  "event-bulk-create-jobs": placesOf(layouts["event-bulk-create-jobs"]),
  profiles: placesOf(layouts.profiles),
  "profile-bulk-import-jobs": placesOf(layouts["profile-bulk-import-jobs"]),
};

/** How findings name the two fields of a rule: without the envelope, and a custom field by its own name. */
export function fieldNames({ rule, names }: PlacedRule, field: string): Facts {
  return names ?? namesOf(rule, field);
}

function namesOf({ from, to }: Rule, field: string): Facts {
  const named = (path: string) => path.replace(/^attributes\./, "").replace("*", () => field);
  return { from: named(from), to: named(to ?? "") };
}
