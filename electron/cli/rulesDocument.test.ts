import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { defaultRules } from "../../core/exchange/compare/defaultRules.ts";
import { parts } from "../../core/exchange/compare/difference.ts";
import { equivalenceRuleSchema, ruleFormSchema } from "../../core/exchange/compare/equivalenceRule.ts";
import { parseRules } from "../../core/exchange/compare/parseRules.ts";

const text = readFileSync(join(import.meta.dirname, "..", "..", "docs", "rules.md"), "utf8");

/** What the rows of the table with this heading begin with. */
function rowsOf(heading: string): string[] {
  const [, table = ""] = text.split(`| ${heading} | What it `);
  const [rows = ""] = table.split("\n\n");
  return [...rows.matchAll(/^\| (`[^|]+) \|/gmu)].flatMap(([, first = ""]) => first.replaceAll("`", "").split(", "));
}

test("the example of docs/rules.md is taken as it stands, and shows every member of a rule", () => {
  const example: unknown = JSON.parse(/```json\n(.*?)```/su.exec(text)?.[1] ?? "");
  expect(parseRules(example)).toMatchObject({ ok: true, set: { disabled: ["event-time"] } });
  const { rules } = z.object({ rules: z.array(z.record(z.string(), z.unknown())) }).parse(example);
  expect(Object.keys(rules[0] ?? {})).toEqual(Object.keys(equivalenceRuleSchema.shape));
});

test("docs/rules.md tells every member, every part, every kind of rule and every default rule, and no other", () => {
  expect(rowsOf("Member")).toEqual(Object.keys(equivalenceRuleSchema.shape));
  for (const part of parts) expect(text).toContain(`\`${part}\``);
  const told = rowsOf("`how`").map((form): unknown => JSON.parse(form));
  const kinds = ruleFormSchema.options.flatMap((form) =>
    form instanceof z.ZodEnum ? form.options : Object.keys(form.shape),
  );
  const toldKinds = told.map((form) =>
    typeof form === "string" ? form : Object.keys(z.looseObject({}).parse(form))[0],
  );
  expect(toldKinds.toSorted()).toEqual(kinds.toSorted());
  for (const form of told) expect(ruleFormSchema.safeParse(form).success).toBe(true);
  expect(rowsOf("Default rule")).toEqual(defaultRules.map(({ id }) => id));
});
