import { json } from "@codemirror/lang-json";
import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import type { Finding } from "../../../../core/translation/finding.ts";
import { draftDiagnostics } from "./diagnostics.ts";

const doc = '{\n  "data": {\n    "type": "event"\n  }\n}';
const state = EditorState.create({ doc, extensions: [json()] });

function refused(pointer: string): Finding {
  return { severity: "error", code: "x", kind: "refused", pointer, message: "No." };
}

function marked(pointer: string): string | undefined {
  const [diagnostic] = draftDiagnostics(state, [refused(pointer)], undefined);
  return diagnostic && doc.slice(diagnostic.from, diagnostic.to);
}

test("a fault is marked on the value it is about", () => {
  expect(marked("/data/type")).toBe('"event"');
});

test("a missing field is marked on the name of what should have it", () => {
  expect(marked("/data/attributes/metric")).toBe('"data"');
});

test("an object is marked on its first line, and the whole on its first character", () => {
  expect(marked("/data")).toBe("{");
  expect(marked("")).toBe("{");
});

test("a syntax fault is marked where it is, also at the very end", () => {
  const fault = { offset: doc.length, message: "Unexpected end." };
  expect(draftDiagnostics(state, [refused("/data")], fault)).toEqual([
    { from: doc.length - 1, to: doc.length, severity: "error", message: "Unexpected end." },
  ]);
});
