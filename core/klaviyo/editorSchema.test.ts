import { expect, test } from "vitest";
import { isJsonObject, type Json } from "../json/json.ts";
import { valueAt } from "../json/pointer.ts";
import { editorSchema } from "./editorSchema.ts";
import { endpointIds, endpoints } from "./endpoints.ts";

const schemaOf = (endpoint: (typeof endpointIds)[number]): Json => JSON.parse(JSON.stringify(editorSchema(endpoint)));

test.each(endpointIds)("the schema of %s names its resource type and describes every field", (endpoint) => {
  const schema = schemaOf(endpoint);
  expect(valueAt(schema, "/properties/data/properties/type/const")).toBe(endpoints[endpoint].type);
  const undescribed: string[] = [];
  const visit = (value: Json, path: string): void => {
    if (!isJsonObject(value)) return;
    const { properties } = value;
    for (const [name, member] of isJsonObject(properties) ? Object.entries(properties) : []) {
      const isContainer = name === "data";
      if (!isContainer && isJsonObject(member) && !(member.title && member.description))
        undescribed.push(`${path}/${name}`);
      visit(member, `${path}/${name}`);
    }
    visit(value.items ?? null, `${path}[]`);
  };
  visit(schema, "");
  expect(undescribed).toEqual([]);
});

test("fields show their documented type, required members and an example", () => {
  const attributes = "/properties/data/properties/attributes";
  const schema = schemaOf("events");
  expect(valueAt(schema, `${attributes}/required`)).toEqual(["metric", "profile"]);
  expect(valueAt(schema, `${attributes}/properties/value`)).toMatchObject({
    type: ["number", "null"],
    examples: [79.48],
  });
  expect(valueAt(schema, `${attributes}/additionalProperties`)).toBe(false);
});

test("a created profile knows no _kx and no meta, an imported one does", () => {
  const created = valueAt(schemaOf("profiles"), "/properties/data/properties/attributes/properties") ?? {};
  const item = "/properties/data/properties/attributes/properties/profiles/properties/data/items/properties";
  const imported = valueAt(schemaOf("profile-bulk-import-jobs"), `${item}/attributes/properties`) ?? {};
  expect(Object.keys(created)).not.toContain("_kx");
  expect(Object.keys(created)).not.toContain("meta");
  expect(Object.keys(imported)).toEqual(expect.arrayContaining(["_kx", "meta", "email"]));
});
