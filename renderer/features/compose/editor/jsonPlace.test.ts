import { json } from "@codemirror/lang-json";
import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { placeAt } from "./jsonPlace.ts";

/** The place at the mark "¦" of a text. */
function placeIn(text: string) {
  const position = text.indexOf("¦");
  const state = EditorState.create({ doc: text.replace("¦", ""), extensions: [json()] });
  return placeAt(state, position);
}

test("inside a property's name it is that name in its object", () => {
  expect(placeIn('{"data": {"ty¦": 1, "id": 2}}')).toEqual({
    tokens: ["data"],
    part: "name",
    from: 10,
    to: 14,
    siblings: ["id"],
  });
});

test("inside a value it is the value, in lists by its index", () => {
  expect(placeIn('{"data": [{"a": 1}, {"b": "x¦"}]}')).toMatchObject({ tokens: ["data", 1, "b"], part: "value" });
  expect(placeIn('[1, 2, "thr¦ee"]')).toMatchObject({ tokens: [2], part: "value" });
});

test("after a colon it is the value to come", () => {
  expect(placeIn('{"data": {"type": ¦}}')).toMatchObject({ tokens: ["data", "type"], part: "value", from: 18, to: 18 });
});

test("in an empty object or after a comma it is a name to come", () => {
  expect(placeIn('{"data": {¦}}')).toMatchObject({ tokens: ["data"], part: "name", siblings: [] });
  expect(placeIn('{"data": {"type": "event", ¦}}')).toMatchObject({
    tokens: ["data"],
    part: "name",
    siblings: ["type"],
  });
});

test("a name that is not closed yet is still a name", () => {
  expect(placeIn('{"data": {"type": "event", "attr¦}}')).toMatchObject({ tokens: ["data"], part: "name" });
  expect(placeIn('{"data": {"attr¦\n}}')).toMatchObject({ tokens: ["data"], part: "name" });
});

test("after a comma in a list it is the item to come", () => {
  expect(placeIn('{"data": [1, ¦]}')).toMatchObject({ tokens: ["data", 1], part: "value" });
});

test("names are read as JSON writes them", () => {
  expect(placeIn('{"a\\"b": {"c": ¦1}}')).toMatchObject({ tokens: ['a"b', "c"], part: "value" });
});
