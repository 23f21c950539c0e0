import { type Pointer, pointerTokens } from "../../json/pointer.ts";
import type { EndpointId } from "../../klaviyo/endpoints.ts";
import { layouts, type Scope, type TargetName } from "../../translation/layouts.ts";
import type { ExplainedTranslation } from "../../translation/translation.ts";

/** The members of native bodies that hold a target of their own; every other member belongs to the event or profile itself. */
const holders: ReadonlyMap<string, TargetName> = new Map([
  ["profile", "identifiers"],
  ["identifiers", "identifiers"],
  ["attributes", "attributes"],
]);

interface CarryingRow {
  readonly id: string;
  readonly target: TargetName;
  readonly to: readonly string[];
}

function rowsOf({ mounts, scopes = [] }: Scope): CarryingRow[] {
  const own = mounts.flatMap(({ rules, target }) =>
    rules.flatMap(({ id, to }) => (to ? [{ id, target, to: to.split(".") }] : [])),
  );
  return [...own, ...scopes.flatMap(rowsOf)];
}

/** Splits a place in a native call, "/0/body/events/3/profile/email", into the target and the names below it. */
function fieldOf(pointer: Pointer): { target: TargetName | undefined; names: readonly string[] } {
  const [, , ...tokens] = pointerTokens(pointer);
  const names = tokens[0] === "events" && /^\d+$/.test(tokens[1] ?? "") ? tokens.slice(2) : tokens;
  const target = holders.get(names[0] ?? "");
  return target && names.length > 1 ? { target, names: names.slice(1) } : { target: undefined, names };
}

function leadsTo({ to }: CarryingRow, names: readonly string[]): boolean {
  const fixed = to.at(-1) === "*" ? to.slice(0, -1) : to;
  return names.length >= to.length && fixed.every((name, index) => name === names[index]);
}

/** The rule that would fill a place in a native call, by the present tables: the one that names it, else the one that takes any name there. */
export function ruleOfField(endpoint: EndpointId, pointer: Pointer): string | undefined {
  const { target, names } = fieldOf(pointer);
  const isOwn = (row: CarryingRow): boolean =>
    target ? row.target === target : row.target === "event" || row.target === "profile";
  const rows = rowsOf(layouts[endpoint]).filter((row) => isOwn(row) && leadsTo(row, names));
  return (rows.find(({ to }) => to.at(-1) !== "*") ?? rows[0])?.id;
}

/** First index whose text is not below the one asked for. */
function lowerBound(entries: readonly { readonly to: Pointer }[], text: Pointer): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.to ?? "") < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Answers which rules made what stands at a place of the native calls, or below it. */
export function rulesByPlace({ provenance }: ExplainedTranslation): (pointer: Pointer) => readonly string[] {
  const entries = provenance.toSorted((one, other) => (one.to < other.to ? -1 : one.to > other.to ? 1 : 0));
  const rulesFrom = (start: Pointer, isPart: (to: Pointer) => boolean): string[] => {
    const rules: string[] = [];
    for (let at = lowerBound(entries, start); ; at++) {
      const entry = entries[at];
      if (!entry || !isPart(entry.to)) return rules;
      rules.push(entry.rule);
    }
  };
  return (pointer) => [
    ...new Set([
      ...rulesFrom(pointer, (to) => to === pointer),
      ...rulesFrom(`${pointer}/`, (to) => to.startsWith(`${pointer}/`)),
    ]),
  ];
}
