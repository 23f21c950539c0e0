import { hoverTooltip } from "@codemirror/view";
import { toPointer } from "../../../../core/json/pointer.ts";
import { placeAt } from "./jsonPlace.ts";
import { descriptionOf, type SchemaNode, schemaAt, typeText } from "./schemaNode.ts";

export interface HoverText {
  readonly pointer: string;
  readonly type: string;
  readonly description: string;
}

/** What is known of the place that these tokens lead to, undefined where the schema says nothing of it. */
export function hoverText(root: SchemaNode, tokens: readonly (string | number)[]): HoverText | undefined {
  const nodes = schemaAt(root, tokens);
  if (nodes.length === 0) return undefined;
  const required = schemaAt(root, tokens.slice(0, -1)).some((node) => node.required?.includes(String(tokens.at(-1))));
  return {
    pointer: toPointer(tokens),
    type: typeText(nodes) + (required ? ", required" : ""),
    description: descriptionOf(nodes),
  };
}

/** Says of the property or value under the pointer what the schema says of it. */
export function schemaHover(schema: () => SchemaNode | undefined) {
  return hoverTooltip((view, position, side) => {
    const root = schema();
    const place = root && placeAt(view.state, side < 0 ? position : position + 1);
    if (!root || !place || place.from === place.to) return null;
    const { from, to } = place;
    const name = place.part === "name" ? nameUnder(view.state.sliceDoc(from, to)) : undefined;
    const text = hoverText(root, name === undefined ? place.tokens : [...place.tokens, name]);
    return text ? { pos: from, end: to, above: true, create: () => ({ dom: hoverElement(text) }) } : null;
  });
}

function nameUnder(source: string): string {
  const value: unknown = source.endsWith('"') ? JSON.parse(source) : source.slice(1);
  return String(value);
}

function hoverElement({ pointer, type, description }: HoverText): HTMLElement {
  const card = document.createElement("div");
  card.className = "cm-schema-hover";
  for (const [className, text] of [
    ["cm-schema-pointer", pointer],
    ["cm-schema-type", type],
    ["cm-schema-description", description],
  ] as const) {
    if (text === "") continue;
    const line = card.appendChild(document.createElement("div"));
    line.className = className;
    line.textContent = text;
  }
  return card;
}
