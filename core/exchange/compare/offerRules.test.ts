import { expect, test } from "vitest";
import { type Json, parseJson } from "../../json/json.ts";
import { compileRules, excusingRule } from "./compileRules.ts";
import type { Difference } from "./difference.ts";
import { equivalenceRuleSchema } from "./equivalenceRule.ts";
import { offerRules } from "./offerRules.ts";

function exact(text: string): Json {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

const at = (difference: Partial<Difference>): Difference => ({
  part: "response-body",
  kind: "changed",
  pointer: "/data/3/score",
  ...difference,
});

const offered = (difference: Difference) => offerRules(difference).map(({ how }) => how);

test.each([
  [at({ left: 1, right: 1.25 }), ["ignore-if-both-present", { numberTolerance: 1 }]],
  [at({ left: exact("1.0"), right: 1 }), ["ignore-if-both-present", { numberTolerance: 0 }]],
  [at({ kind: "removed", left: 1 }), ["ignore"]],
  [at({ left: "evt_1", right: "evt_2" }), ["ignore-if-both-present", "same-shape"]],
  [
    at({ left: "2026-01-15T10:31:02Z", right: "2026-01-15T10:31:05Z" }),
    ["ignore-if-both-present", "same-shape", { timeToleranceMs: 60_000 }],
  ],
  [
    at({ pointer: "/data/tags", left: ["a"], right: ["b"], isReordering: true }),
    ["ignore-if-both-present", "any-order"],
  ],
  [at({ part: "response-header", pointer: "/x-trace", left: "a", right: "b" }), ["ignore-if-both-present"]],
])("%j can be excused by %j", (difference, forms) => {
  expect(offered(difference)).toEqual(forms);
});

test.each([
  at({ part: "status", pointer: "", left: 200, right: 201 }),
  at({ pointer: "", left: "a", right: "b" }),
  at({ pointer: "/data", kind: "removed", left: {} }),
  at({ part: "native-request", pointer: "/0/path", left: "/v1/a", right: "/v1/b" }),
])("nothing is offered that would hide what a comparison is for: %j", (difference) => {
  expect(offered(difference)).toEqual([]);
});

test("each offer is a rule that excuses its difference, also at the same place of another item", () => {
  const difference = at({ left: 1, right: 1.25 });
  for (const rule of offerRules(difference)) {
    expect(equivalenceRuleSchema.parse(rule)).toEqual(rule);
    const rules = compileRules([rule]);
    expect(excusingRule(rules, difference)).toBe(rule.id);
    expect(excusingRule(rules, { ...difference, pointer: "/data/7/score" })).toBe(rule.id);
    expect(excusingRule(rules, { ...difference, pointer: "/data/7/other" })).toBeUndefined();
  }
});
