import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import type { SyntaxNode, Tree } from "@lezer/common";
import { escapeToken, type Pointer, pointerTokens } from "../../../core/json/pointer.ts";

/** A stretch of the document. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** What stands at a pointer: the member with its name, or the item of a list; and the value alone. */
export interface PointedRange extends TextRange {
  readonly name: TextRange | undefined;
  readonly value: TextRange;
}

/** Reading the tree may hold the page up for this long, milliseconds; past it, a very large document answers as far as it is read. */
const patience = 40;
const leaves = new Set(["String", "Number", "True", "False", "Null"]);
const values = new Set([...leaves, "Object", "Array"]);

function treeOf(state: EditorState, upTo: number): Tree | null {
  return ensureSyntaxTree(state, upTo, patience);
}

function textOf(state: EditorState, { from, to }: TextRange): string {
  return state.sliceDoc(from, to);
}

function readName(state: EditorState, property: SyntaxNode): string {
  const name = property.getChild("PropertyName");
  if (!name) return "";
  const text = textOf(state, name);
  // Only a name with an escape differs from what is written between the quotes.
  if (!text.includes("\\")) return text.slice(1, -1);
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

function isValue(node: SyntaxNode): boolean {
  return values.has(node.name);
}

function indexAmong(array: SyntaxNode, item: SyntaxNode): number {
  let index = 0;
  for (let child = array.firstChild; child && child.from < item.from; child = child.nextSibling) {
    if (isValue(child)) index += 1;
  }
  return index;
}

/** The pointer to a member or item, from the root of the document. */
function pointerTo(state: EditorState, node: SyntaxNode): Pointer {
  const tokens: string[] = [];
  for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (child.name === "Property") tokens.push(readName(state, child));
    else if (parent.name === "Array" && isValue(child)) tokens.push(String(indexAmong(parent, child)));
  }
  return tokens
    .reverse()
    .map((token) => `/${escapeToken(token)}`)
    .join("");
}

/** The member or item that a node is part of, if the node is its name or a plain value. */
function fieldOf(node: SyntaxNode): SyntaxNode | undefined {
  if (node.name === "PropertyName") return node.parent ?? undefined;
  if (!leaves.has(node.name)) return undefined;
  return node.parent?.name === "Property" ? node.parent : node;
}

/** The pointer to the field whose name or plain value is at a position. */
export function pointerAt(state: EditorState, position: number): Pointer | undefined {
  const tree = treeOf(state, Math.min(state.doc.length, position + 1));
  if (!tree) return undefined;
  for (const side of [1, -1] as const) {
    const field = fieldOf(tree.resolveInner(position, side));
    if (field) return pointerTo(state, field);
  }
  return undefined;
}

/** The pointer to the field at the caret; in white space, to the first field of its line. */
export function pointerAtCaret(state: EditorState, position: number): Pointer | undefined {
  const exact = pointerAt(state, position);
  if (exact !== undefined) return exact;
  const line = state.doc.lineAt(position);
  const start = line.from + line.text.search(/\S|$/);
  return pointerAt(state, start);
}

function valueNode(property: SyntaxNode): SyntaxNode | undefined {
  const last = property.lastChild;
  return last && isValue(last) ? last : undefined;
}

/** The member of that name; of members that repeat a name the last, which is the one that counts. */
function memberOf(state: EditorState, object: SyntaxNode, name: string): SyntaxNode | undefined {
  return object.getChildren("Property").findLast((property) => readName(state, property) === name);
}

function itemOf(array: SyntaxNode, index: number): SyntaxNode | undefined {
  let left = index;
  for (let child = array.firstChild; child; child = child.nextSibling) {
    if (!isValue(child)) continue;
    if (left === 0) return child;
    left -= 1;
  }
  return undefined;
}

/** The tree of the document, as far as it is read within a moment. */
export function wholeTree(state: EditorState): Tree {
  return treeOf(state, state.doc.length) ?? syntaxTree(state);
}

/** Where a pointer's field stands in the document; undefined where it has none, or none read yet. */
export function rangeOf(state: EditorState, pointer: Pointer, tree = wholeTree(state)): PointedRange | undefined {
  let value = tree.topNode.firstChild ?? undefined;
  let field = value;
  for (const token of pointerTokens(pointer)) {
    field =
      value?.name === "Object"
        ? memberOf(state, value, token)
        : value?.name === "Array"
          ? itemOf(value, Number(token))
          : undefined;
    value = field?.name === "Property" ? valueNode(field) : field;
  }
  if (!field || !value) return undefined;
  const name = field.getChild("PropertyName");
  return {
    from: field.from,
    to: field.to,
    name: name ? { from: name.from, to: name.to } : undefined,
    value: { from: value.from, to: value.to },
  };
}
