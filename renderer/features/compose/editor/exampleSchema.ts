import type { SchemaNode } from "./schemaNode.ts";

/** A small schema with what the real ones have: constants, lists, alternatives, references. For tests. */
export const exampleSchema: SchemaNode = {
  type: "object",
  required: ["data"],
  properties: {
    data: {
      type: "object",
      required: ["type", "attributes"],
      properties: {
        type: { const: "event", description: "Says that this is an event." },
        attributes: { $ref: "#/$defs/attributes" },
      },
    },
  },
  $defs: {
    attributes: {
      type: "object",
      required: ["properties"],
      properties: {
        value: { description: "A monetary value.", anyOf: [{ type: "number" }, { type: "null" }] },
        properties: { type: "object", additionalProperties: true },
        backfill: { type: "boolean" },
        tags: { type: "array", items: { enum: ["new", "old"] } },
      },
    },
  },
};
