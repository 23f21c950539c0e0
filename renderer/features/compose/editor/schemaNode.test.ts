import { expect, test } from "vitest";
import { exampleSchema } from "./exampleSchema.ts";
import { descriptionOf, propertyHints, schemaAt, typeText, valueHints, valueSkeleton } from "./schemaNode.ts";

test("references, alternatives and list items are followed", () => {
  const value = schemaAt(exampleSchema, ["data", "attributes", "value"]);
  expect(typeText(value)).toBe("number or null");
  expect(descriptionOf(value)).toBe("A monetary value.");
  expect(valueHints(schemaAt(exampleSchema, ["data", "attributes", "tags", 3]))).toEqual(['"new"', '"old"']);
});

test("a place that the schema leaves open has no schema", () => {
  expect(schemaAt(exampleSchema, ["data", "attributes", "properties", "anything"])).toEqual([]);
  expect(schemaAt(exampleSchema, ["data", "constructor"])).toEqual([]);
});

test("required properties come first", () => {
  const hints = propertyHints(schemaAt(exampleSchema, ["data", "attributes"]), exampleSchema);
  expect(hints.map((hint) => [hint.name, hint.isRequired])).toEqual([
    ["properties", true],
    ["value", false],
    ["backfill", false],
    ["tags", false],
  ]);
});

test("a value begins as what the schema asks for", () => {
  expect(valueSkeleton(schemaAt(exampleSchema, ["data", "type"]))).toEqual({ text: '"event"', at: 7 });
  expect(valueSkeleton(schemaAt(exampleSchema, ["data", "attributes"]))).toEqual({ text: "{}", at: 1 });
  expect(valueSkeleton(schemaAt(exampleSchema, ["data", "attributes", "value"]))).toEqual({ text: "", at: 0 });
});

test("a schema that refers to itself ends", () => {
  const endless = { $ref: "#" };
  expect(schemaAt(endless, [])).toEqual([]);
});
