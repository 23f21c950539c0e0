import type { z } from "zod";

export type SchemaNode = z.core.JSONSchema.JSONSchema;

/** The schemas that apply to one place: alternatives and references followed, so that each has its own keywords only. */
function expandSchema(node: SchemaNode | boolean | undefined, root: SchemaNode): SchemaNode[] {
  return expand(node, root, 0);
}

/** Deep enough for any schema of ours, and an end for one that refers to itself. */
const maxDepth = 12;

function expand(node: SchemaNode | boolean | undefined, root: SchemaNode, depth: number): SchemaNode[] {
  if (node === undefined || typeof node === "boolean" || depth > maxDepth) return [];
  if (node.$ref !== undefined) {
    const target = node.$ref === "#" ? root : root.$defs?.[node.$ref.replace("#/$defs/", "")];
    return inherit(node, expand(target, root, depth + 1));
  }
  const branches = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])];
  if (branches.length === 0) return [node];
  const expanded = branches.flatMap((branch) => expand(branch, root, depth + 1));
  return inherit(
    node,
    node.properties === undefined ? expanded : [{ ...node, anyOf: [], oneOf: [], allOf: [] }, ...expanded],
  );
}

/** What is said of all alternatives is said of each. */
function inherit(parent: SchemaNode, children: SchemaNode[]): SchemaNode[] {
  const { description } = parent;
  return description === undefined ? children : children.map((child) => ({ description, ...child }));
}

/** The schemas of the place that the tokens of a JSON pointer lead to; none where the schema does not know it. */
export function schemaAt(root: SchemaNode, tokens: readonly (string | number)[]): SchemaNode[] {
  let nodes = expandSchema(root, root);
  for (const token of tokens) nodes = nodes.flatMap((node) => expandSchema(childOf(node, token), root));
  return nodes;
}

function childOf(node: SchemaNode, token: string | number): SchemaNode | boolean | undefined {
  if (typeof token === "string") {
    const named = Object.hasOwn(node.properties ?? {}, token) ? node.properties?.[token] : undefined;
    return named ?? node.additionalProperties;
  }
  const prefixed = node.prefixItems?.[token];
  return prefixed ?? (Array.isArray(node.items) ? node.items[token] : node.items);
}

export interface PropertyHint {
  readonly name: string;
  readonly isRequired: boolean;
  readonly nodes: readonly SchemaNode[];
}

/** The properties that an object at this place may have: required ones first, then as declared. */
export function propertyHints(nodes: readonly SchemaNode[], root: SchemaNode): PropertyHint[] {
  const hints = new Map<string, PropertyHint>();
  for (const node of nodes) {
    for (const [name, child] of Object.entries(node.properties ?? {})) {
      const known = hints.get(name);
      hints.set(name, {
        name,
        isRequired: known?.isRequired || (node.required ?? []).includes(name),
        nodes: [...(known?.nodes ?? []), ...expandSchema(child, root)],
      });
    }
  }
  const all = [...hints.values()];
  return [...all.filter((hint) => hint.isRequired), ...all.filter((hint) => !hint.isRequired)];
}

/** The types of a place in words: "string or null", "list of objects". */
export function typeText(nodes: readonly SchemaNode[]): string {
  const words = new Set(nodes.flatMap((node) => typeWords(node)));
  const hasNull = words.delete("null");
  const all = hasNull ? [...words, "null"] : [...words];
  return all.join(" or ");
}

function typeWords(node: SchemaNode): string[] {
  if (node.const !== undefined) return [JSON.stringify(node.const)];
  if (node.enum !== undefined) return node.enum.map((value) => JSON.stringify(value));
  if (node.type === undefined) return node.properties === undefined ? ["any value"] : ["object"];
  const types = Array.isArray(node.type) ? node.type : [node.type];
  return types.map((type) => (type === "array" ? "list" : type));
}

export function descriptionOf(nodes: readonly SchemaNode[]): string {
  return nodes.find((node) => node.description !== undefined)?.description ?? "";
}

/** Values worth offering at a place, as JSON text: constants, enumerations, examples, defaults, true and false. */
export function valueHints(nodes: readonly SchemaNode[]): string[] {
  const values = nodes.flatMap((node): unknown[] => {
    if (node.const !== undefined) return [node.const];
    if (node.enum !== undefined) return node.enum;
    const own = [...(node.examples ?? []), ...(node.default === undefined ? [] : [node.default])];
    if (node.type === "boolean") return [...own, true, false];
    return node.type === "null" ? [...own, null] : own;
  });
  return [...new Set(values.map((value) => JSON.stringify(value)))];
}

/** What to write where a property of this kind begins: `"event"`, `{}`, `[]`, or an empty string. `at` is where the caret goes. */
export function valueSkeleton(nodes: readonly SchemaNode[]): { text: string; at: number } {
  const [first] = nodes;
  if (first?.const !== undefined) {
    const text = JSON.stringify(first.const);
    return { text, at: text.length };
  }
  const type = Array.isArray(first?.type) ? first.type[0] : first?.type;
  const text = skeletons[type ?? (first?.properties ? "object" : "")] ?? "";
  return { text, at: text === "" ? 0 : 1 };
}

const skeletons: Readonly<Record<string, string>> = { object: "{}", array: "[]", string: '""' };
