import { type Completion, type CompletionContext, type CompletionResult, snippet } from "@codemirror/autocomplete";
import { type JsonPlace, placeAt } from "./jsonPlace.ts";
import {
  descriptionOf,
  type PropertyHint,
  propertyHints,
  type SchemaNode,
  schemaAt,
  typeText,
  valueHints,
  valueSkeleton,
} from "./schemaNode.ts";

/** A completion source that knows what the schema allows where the caret is: names in objects, known values in their place. */
export function schemaCompletion(schema: () => SchemaNode | undefined) {
  return (context: CompletionContext): CompletionResult | null => {
    const root = schema();
    const place = root && placeAt(context.state, context.pos);
    if (!root || !place) return null;
    if (!context.explicit && place.from === place.to) return null;
    const options = place.part === "name" ? nameOptions(context, place, root) : valueOptions(place, root);
    return options.length === 0 ? null : { from: place.from, options };
  };
}

function nameOptions(context: CompletionContext, place: JsonPlace, root: SchemaNode): Completion[] {
  const rest = context.state.sliceDoc(place.to, place.to + 50);
  const hasValue = /^\s*:/.test(rest);
  const isFollowed = /^\s*"/.test(rest);
  return propertyHints(schemaAt(root, place.tokens), root)
    .filter((hint) => !place.siblings.includes(hint.name))
    .map((hint, index) => ({
      label: JSON.stringify(hint.name),
      displayLabel: hint.name,
      detail: typeText(hint.nodes) + (hint.isRequired ? ", required" : ""),
      info: descriptionOf(hint.nodes),
      type: "property",
      boost: Math.max(-99, (hint.isRequired ? 50 : 0) - index),
      apply: replaceToken(hasValue ? JSON.stringify(hint.name) : propertyTemplate(hint, isFollowed)),
    }));
}

/** Puts the text in the place of the whole name or value at the caret, what stands after the caret and its closing quote included. */
function replaceToken(template: string): NonNullable<Exclude<Completion["apply"], string>> {
  const insert = snippet(template);
  return (view, completion, from, to) => {
    const end = placeAt(view.state, to)?.to ?? to;
    insert(view, completion, from, Math.max(to, end));
  };
}

/** A property as a snippet: the caret goes into its value. */
function propertyTemplate(hint: PropertyHint, isFollowed: boolean): string {
  const { text, at } = valueSkeleton(hint.nodes);
  const value = `${text.slice(0, at)}#{}${text.slice(at)}`.replace("{#{}}", "{\n\t#{}\n}");
  return `${JSON.stringify(hint.name)}: ${value}${isFollowed ? "," : ""}`;
}

function valueOptions(place: JsonPlace, root: SchemaNode): Completion[] {
  const nodes = schemaAt(root, place.tokens);
  return valueHints(nodes).map((label) => ({
    label,
    type: "constant",
    info: descriptionOf(nodes),
    apply: replaceToken(label),
  }));
}
