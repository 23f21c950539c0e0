import { CompletionContext } from "@codemirror/autocomplete";
import { json } from "@codemirror/lang-json";
import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { exampleSchema } from "./exampleSchema.ts";
import { schemaCompletion } from "./schemaCompletion.ts";
import { hoverText } from "./schemaHover.ts";

/** What is offered at the mark "¦" of a text when a person asks for it. */
function offeredIn(text: string): string[] {
  const position = text.indexOf("¦");
  const state = EditorState.create({ doc: text.replace("¦", ""), extensions: [json()] });
  const result = schemaCompletion(() => exampleSchema)(new CompletionContext(state, position, true));
  return result?.options.map((option) => option.displayLabel ?? option.label) ?? [];
}

test("an object is offered the names it does not have yet", () => {
  expect(offeredIn('{"data": {"type": "event", "¦"}}')).toEqual(["attributes"]);
});

test("a value is offered what the schema names", () => {
  expect(offeredIn('{"data": {"type": ¦}}')).toEqual(['"event"']);
  expect(offeredIn('{"data": {"attributes": {"backfill": ¦}}}')).toEqual(["true", "false"]);
  expect(offeredIn('{"data": {"attributes": {"tags": ["¦"]}}}')).toEqual(['"new"', '"old"']);
});

test("a free object is offered nothing", () => {
  expect(offeredIn('{"data": {"attributes": {"properties": {"¦"}}}}')).toEqual([]);
});

test("the hover text names the place, its type and its meaning", () => {
  expect(hoverText(exampleSchema, ["data", "type"])).toEqual({
    pointer: "/data/type",
    type: '"event", required',
    description: "Says that this is an event.",
  });
  expect(hoverText(exampleSchema, ["data", "attributes", "properties", "x"])).toBeUndefined();
});
