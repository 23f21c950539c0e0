import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mappingDocument } from "./mappingDocument.ts";
import { ruleTables } from "./rules/ruleTables.ts";

test("docs/mapping.md is what the rules say; if not, run `npm run docs`", () => {
  expect(readFileSync(`${import.meta.dirname}/../../docs/mapping.md`, "utf8")).toBe(mappingDocument());
});

test("the page has a line for each rule", () => {
  const page = mappingDocument();
  const missing = ruleTables.flatMap(({ rules }) => rules).filter(({ id }) => !page.includes(`| \`${id}\` |`));
  expect(missing).toEqual([]);
});
