import { json } from "@codemirror/lang-json";
import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { pointerAt, pointerAtCaret, rangeOf } from "./jsonPointers.ts";

const doc = `{
  "data": {
    "a/b": "one",
    "list": [10, {"x": true}, "é"],
    "twice": 1,
    "twice": 2,
    "\\u00e9": null
  }
}`;
const state = EditorState.create({ doc, extensions: [json()] });
const at = (text: string) => pointerAt(state, doc.indexOf(text) + 1);
const textAt = (pointer: string) => {
  const range = rangeOf(state, pointer);
  return range && doc.slice(range.from, range.to);
};

test("a name and its value point to the same field", () => {
  expect(at('"a/b"')).toBe("/data/a~1b");
  expect(at('"one"')).toBe("/data/a~1b");
});

test("items of lists are counted from 0, also within objects", () => {
  expect(at("10,")).toBe("/data/list/0");
  expect(at('"x"')).toBe("/data/list/1/x");
  expect(at('"é"')).toBe("/data/list/2");
});

test("a name is read with its escapes", () => {
  expect(at('"\\u00e9"')).toBe("/data/é");
});

test("white space points to nothing, but to the line's field for the caret", () => {
  const inside = doc.indexOf('  "data"') + 1;
  expect(pointerAt(state, inside)).toBeUndefined();
  expect(pointerAtCaret(state, inside)).toBe("/data");
  expect(pointerAtCaret(state, doc.length)).toBeUndefined();
});

test("a pointer finds its member, its item, and the last of repeated members", () => {
  expect(textAt("/data/a~1b")).toBe('"a/b": "one"');
  expect(textAt("/data/list/1/x")).toBe('"x": true');
  expect(textAt("/data/list/0")).toBe("10");
  expect(textAt("/data/twice")).toBe('"twice": 2');
  expect(textAt("")).toBe(doc);
});

test("a pointer to what is not there finds nothing", () => {
  expect(textAt("/data/none")).toBeUndefined();
  expect(textAt("/data/list/9")).toBeUndefined();
  expect(textAt("/data/a~1b/deeper")).toBeUndefined();
});

test("text that is not JSON answers without harm", () => {
  const broken = EditorState.create({ doc: '{"a": [1, ', extensions: [json()] });
  expect(pointerAt(broken, 2)).toBe("/a");
  expect(rangeOf(broken, "/b")).toBeUndefined();
});
