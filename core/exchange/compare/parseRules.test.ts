import { describe, expect, test } from "vitest";
import { parseJson } from "../../json/json.ts";
import { defaultRules } from "./defaultRules.ts";
import { equivalenceRuleSchema } from "./equivalenceRule.ts";
import { parseRules } from "./parseRules.ts";
import { rulesInForce } from "./ruleSet.ts";

const rule = { id: "score", parts: ["response-body"], at: ["/data/attributes/score"], how: { numberTolerance: 0.5 } };

function problemsOf(json: unknown): string[] {
  const parsed = parseRules(json);
  return parsed.ok ? [] : parsed.problems.map(({ pointer, message }) => `${pointer} ${message}`);
}

describe("a set of rules", () => {
  test("is read with what it leaves out", () => {
    expect(parseRules({ rules: [rule] })).toEqual({
      ok: true,
      set: { rules: [{ ...rule, enabled: true, note: "", source: "workspace" }], disabled: [] },
    });
  });

  test("takes a tolerance as it is written", () => {
    const parsed = parseJson(JSON.stringify({ rules: [rule] }).replace("0.5", "0.50"));
    const read = parseRules(parsed.ok ? parsed.value : null);
    expect(read.ok && read.set.rules[0]?.how).toEqual({ numberTolerance: 0.5 });
  });

  test.each([
    [[], ' is no object. Write {"rules": […], "disabled": […]}'],
    [{ rule: [] }, ' has no member "rule". It takes "rules" and "disabled"'],
    [
      { rules: [{ ...rule, at: ["data"] }] },
      '/rules/0/at/0 "data" is no pointer pattern at character 1: A pattern starts with "/", as in "/data/attributes/**/nickname": put one before "data".',
    ],
    [{ rules: [rule, { ...rule, at: [] }] }, "/rules/1/at names no place"],
    [
      { rules: [{ ...rule, parts: ["body"] }] },
      "/rules/0/parts/0 takes status, response-header, response-body, native-request, native-response",
    ],
    [
      { rules: [{ ...rule, parts: ["response-header"], at: ["a b"] }] },
      '/rules/0/at/0 "a b" is no header name. Write a name like "date", with "*" for any characters: "ratelimit-*"',
    ],
    [
      { rules: [{ ...rule, parts: ["response-header", "status"] }] },
      '/rules/0/parts "response-header" cannot stand beside other parts. Make two rules',
    ],
    [
      { rules: [{ ...rule, how: "forget" }] },
      '/rules/0/how takes one of "ignore", "ignore-if-both-present", "same-shape", "any-order", {"numberTolerance": 0.01} or {"timeToleranceMs": 1000}, neither below 0',
    ],
    [
      { rules: [{ ...rule, id: "__proto__" }] },
      "/rules/0/id takes up to 80 letters, digits, dots, dashes and underscores, a letter or digit first",
    ],
    [{ rules: [rule, rule] }, '/rules/1/id "score" is the id of an earlier rule. Give each its own'],
    [
      { disabled: ["dates"] },
      `/disabled/0 "dates" is the id of no default rule. They are ${defaultRules.map(({ id }) => id).join(", ")}`,
    ],
  ])("%j is refused with the place and what to do", (json, problem) => {
    expect(problemsOf(json)).toEqual([problem]);
  });

  test("goes before the default rules, replaces those of its ids and switches others off", () => {
    const own = { ...rule, id: "ids", enabled: true, note: "", source: "workspace" };
    const parsed = parseRules({ rules: [own, { ...rule, enabled: false }], disabled: ["links"] });
    const rules = parsed.ok ? rulesInForce(parsed.set) : [];
    expect(rules[0]?.how).toEqual({ numberTolerance: 0.5 });
    expect(rules.map(({ id }) => id)).toEqual([
      "ids",
      ...defaultRules.map(({ id }) => id).filter((id) => id !== "ids" && id !== "links"),
    ]);
  });
});

test("the default rules are rules, each with an id of its own and a reason", () => {
  expect(new Set(defaultRules.map(({ id }) => id)).size).toBe(defaultRules.length);
  for (const row of defaultRules) {
    expect(equivalenceRuleSchema.safeParse(row).error?.issues ?? []).toEqual([]);
    expect(row.note).toMatch(/\.$/);
  }
});
