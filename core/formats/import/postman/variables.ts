import { isJsonNumber, type Json, numberText } from "../../../json/json.ts";
import { pairsSchema } from "./postmanSchemas.ts";

/** The variables of a folder, on top of those of what is around it. */
export interface Variables {
  readonly own: ReadonlyMap<string, string>;
  readonly outer: Variables | undefined;
}

/** Text with its variables replaced. `unknown` are those that have no value here, as written ("{{api_key}}"). */
export interface Resolved {
  readonly text: string;
  readonly unknown: readonly string[];
}

/** Text as it is, and numbers and truth values as they are written. */
export function valueText(value: unknown): string {
  if (isJsonNumber(value)) return numberText(value);
  return typeof value === "string" || typeof value === "boolean" ? String(value) : "";
}

/** Reads a list of variables; undefined for what is no such list. A name without a value has none. */
export function readVariables(list: Json | undefined, outer: Variables | undefined): Variables {
  const parsed = pairsSchema.safeParse(list);
  const own = new Map<string, string>();
  for (const { key, id, value, disabled } of parsed.success ? parsed.data : []) {
    const name = key ?? id;
    if (name != null && !disabled && value != null) own.set(name, valueText(value));
  }
  return { own, outer };
}

function lookUp(name: string, variables: Variables | undefined): string | undefined {
  for (let scope = variables; scope; scope = scope.outer) {
    const value = scope.own.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

const reference = /\{\{([^{}]{1,200})\}\}/g;

/** How deep values may name other variables, and how much text they may add: values that multiply each other would not end. */
const limits = { depth: 20, characters: 8 * 1024 * 1024 };

interface Resolving {
  readonly variables: Variables;
  readonly unknown: Set<string>;
  readonly open: string[];
  left: number;
}

function replaceAll(text: string, resolving: Resolving): string {
  if (!text.includes("{{")) return text;
  return text.replace(reference, (whole, name: string) => {
    const value = lookUp(name.trim(), resolving.variables);
    resolving.left -= (value?.length ?? 0) + 1;
    const isKnown = value !== undefined && resolving.left > 0 && resolving.open.length < limits.depth;
    if (!isKnown || resolving.open.includes(name)) {
      resolving.unknown.add(whole);
      return whole;
    }
    resolving.open.push(name);
    const replaced = replaceAll(value, resolving);
    resolving.open.pop();
    return replaced;
  });
}

/** Replaces `{{name}}` by the variable's value, in values too. Unknown ones, and those that would go round in circles, stay as they are. */
export function resolve(text: string, variables: Variables): Resolved {
  const resolving: Resolving = { variables, unknown: new Set(), open: [], left: limits.characters };
  const replaced = replaceAll(text, resolving);
  return { text: replaced, unknown: [...resolving.unknown] };
}
