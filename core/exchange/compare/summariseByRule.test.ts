import { expect, test } from "vitest";
import type { Finding } from "../../translation/finding.ts";
import type { Retranslation, TranslationDifference } from "./retranslate.ts";
import { summariseByRule } from "./summariseByRule.ts";

function result(exchange: string, more: Partial<Retranslation>): Retranslation {
  return { exchange, verdict: "changed", differences: [], omitted: 0, newFindings: [], goneFindings: [], ...more };
}

function difference(pointer: string, ...rules: readonly string[]): TranslationDifference {
  return { kind: "changed", pointer, left: "a", right: "b", rules };
}

function finding(code: string): Finding {
  return { severity: "info", code, kind: "assumed", pointer: "/data", message: "" };
}

const results = [
  result("e1", {
    differences: [
      difference("/0/body/event_type", "event.event_type"),
      difference("/0/body/profile/email", "profile.email"),
      difference("/1/body/identifiers/email", "profile.email"),
    ],
    goneFindings: [finding("assumed")],
  }),
  result("e2", { differences: [difference("/0/body/event_type", "event.event_type"), difference("/0/body/x")] }),
  result("e3", { newFindings: [finding("lists"), finding("assumed")] }),
  result("e4", { verdict: "same" }),
  result("e5", { verdict: "untranslated" }),
];

test("rules are named with what they change, the one that changes most exchanges first", () => {
  const { rules } = summariseByRule(results);
  expect(rules.map(({ rule, exchanges, differences }) => ({ rule, exchanges, differences }))).toEqual([
    { rule: "event.event_type", exchanges: 2, differences: 2 },
    { rule: "profile.email", exchanges: 1, differences: 2 },
    { rule: null, exchanges: 1, differences: 1 },
  ]);
  expect(rules.map(({ note }) => note.slice(0, 10))).toEqual(["Events are", "Kept as se", ""]);
  expect(rules[1]?.examples.map(({ exchange, pointer }) => `${exchange} ${pointer}`)).toEqual([
    "e1 /0/body/profile/email",
    "e1 /1/body/identifiers/email",
  ]);
});

test("verdicts are totalled, and findings counted by code as they come and go", () => {
  const { totals, findings } = summariseByRule(results);
  expect(totals).toEqual({ total: 5, same: 1, changed: 3, unrecorded: 0, untranslated: 1 });
  expect(findings).toEqual([
    { code: "assumed", come: 1, gone: 1 },
    { code: "lists", come: 1, gone: 0 },
  ]);
});

test("a rule that changes everything is shown by a few examples", () => {
  const many = Array.from({ length: 100 }, (_item, index) =>
    result(`e${index}`, { differences: [difference("/0/body/event_type", "event.event_type")] }),
  );
  const [rule] = summariseByRule(many).rules;
  expect([rule?.exchanges, rule?.examples.length]).toEqual([100, 5]);
});
