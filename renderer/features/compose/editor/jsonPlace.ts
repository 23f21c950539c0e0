import type { EditorState } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";
import { wholeTree } from "../../../ui/payload/jsonPointers.ts";

export type Tokens = readonly (string | number)[];

/** Where in a JSON document a position is. */
export interface JsonPlace {
  /** Tokens of the pointer to the object that gets the property, or to the value. */
  readonly tokens: Tokens;
  readonly part: "name" | "value";
  /** The name or value under the position, for replacing it; empty where there is none yet. */
  readonly from: number;
  readonly to: number;
  /** Names that the object has already, without the one under the position. */
  readonly siblings: readonly string[];
}

/** Reads a string literal, also one that is not closed yet. */
function unquote(text: string): string {
  try {
    const value: unknown = JSON.parse(text.length > 1 && text.endsWith('"') ? text : `${text}"`);
    return typeof value === "string" ? value : text;
  } catch {
    return text.replaceAll('"', "");
  }
}

function textOf(state: EditorState, node: SyntaxNode): string {
  return state.sliceDoc(node.from, node.to);
}

function nameOf(state: EditorState, property: SyntaxNode): string {
  const name = property.getChild("PropertyName");
  return name ? unquote(textOf(state, name)) : "";
}

const valueNames = new Set(["Object", "Array", "String", "Number", "True", "False", "Null"]);

/** How many values an array has before this position. */
function indexIn(array: SyntaxNode, position: number): number {
  let index = 0;
  for (let child = array.firstChild; child && child.to < position; child = child.nextSibling) {
    if (valueNames.has(child.name) && child.to < position) index++;
  }
  return index;
}

/** Tokens of the pointer to the value that `node` is or stands in the place of. */
function tokensTo(state: EditorState, node: SyntaxNode): (string | number)[] {
  const tokens: (string | number)[] = [];
  for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (parent.name === "Property") tokens.unshift(nameOf(state, parent));
    else if (parent.name === "Array") tokens.unshift(indexIn(parent, child.from));
  }
  return tokens;
}

function siblingNames(state: EditorState, object: SyntaxNode, except: SyntaxNode | null): string[] {
  return object
    .getChildren("Property")
    .filter((property) => property.from !== except?.from)
    .map((property) => nameOf(state, property));
}

function enclosing(node: SyntaxNode, names: ReadonlySet<string>): SyntaxNode | null {
  let found: SyntaxNode | null = node;
  while (found && !names.has(found.name)) found = found.parent;
  return found;
}

const containers = new Set(["Property", "Object", "Array", "JsonText"]);

/** Whether the text just before a position, spaces aside, is this character. */
function follows(state: EditorState, position: number, character: string): boolean {
  const line = state.sliceDoc(Math.max(0, position - 200), position).trimEnd();
  return line.endsWith(character);
}

/** The place at a position of the editor, undefined where neither a name nor a value can stand. */
export function placeAt(state: EditorState, position: number): JsonPlace | undefined {
  const node = wholeTree(state).resolveInner(position, -1);
  if (node.name === "PropertyName" && node.parent?.parent) {
    const object = node.parent.parent;
    const siblings = siblingNames(state, object, node.parent);
    return { tokens: tokensTo(state, object), part: "name", from: node.from, to: node.to, siblings };
  }
  if (valueNames.has(node.name) && node.name !== "Object" && node.name !== "Array") {
    return { tokens: tokensTo(state, node), part: "value", from: node.from, to: node.to, siblings: [] };
  }
  return emptyPlace(state, position, node);
}

/** A place with nothing in it yet: after a colon, a comma or an opening bracket. */
function emptyPlace(state: EditorState, position: number, node: SyntaxNode): JsonPlace | undefined {
  const container = enclosing(node, containers);
  const empty = { from: position, to: position, siblings: [] };
  if (container?.name === "Property" && follows(state, position, ":")) {
    return { ...empty, tokens: [...tokensTo(state, container), nameOf(state, container)], part: "value" };
  }
  const object = container?.name === "Property" ? container.parent : container;
  if (object?.name === "Array") {
    return { ...empty, tokens: [...tokensTo(state, object), indexIn(object, position)], part: "value" };
  }
  if (object?.name !== "Object") return undefined;
  if (follows(state, position, ":")) {
    const last = object.getChildren("Property").findLast((property) => property.to <= position);
    return last ? { ...empty, tokens: [...tokensTo(state, object), nameOf(state, last)], part: "value" } : undefined;
  }
  const siblings = siblingNames(state, object, null);
  return { ...empty, tokens: tokensTo(state, object), part: "name", siblings };
}
