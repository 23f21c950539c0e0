import fc from "fast-check";
import { expect, test } from "vitest";
import { anyExchange } from "../../formats/session/exchanges.fixture.ts";
import { compareExchanges } from "./compareExchanges.ts";
import { compileRules } from "./compileRules.ts";
import { parts } from "./difference.ts";
import { parseRules } from "./parseRules.ts";
import { rulesInForce } from "./ruleSet.ts";

const segment = fc.oneof(
  fc.constantFrom("*", "**", "~2", "~0~1", "__proto__", "constructor", "0", "-", "", "(a+)+$", "~", "a*b"),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const place = fc.oneof(
  fc.array(segment, { maxLength: 70 }).map((names) => names.map((name) => `/${name}`).join("")),
  fc.constantFrom("*", "x-*", "X-RateLimit-*", "(x|x)*y", ""),
  fc.string({ unit: "binary" }),
);
const how = fc.oneof(
  fc.constantFrom("ignore", "ignore-if-both-present", "same-shape", "any-order", "else"),
  fc.double().map((numberTolerance) => ({ numberTolerance })),
  fc.double().map((timeToleranceMs) => ({ timeToleranceMs })),
);
const rule = fc.record(
  {
    id: fc.oneof(fc.constantFrom("a", "b", "__proto__", "constructor"), fc.string({ maxLength: 4 })),
    parts: fc.array(fc.constantFrom(...parts), { maxLength: 3 }),
    at: fc.array(place, { maxLength: 3 }),
    how,
  },
  { requiredKeys: ["parts", "at", "how"] },
);
const ruleSet = fc.oneof(
  { weight: 5, arbitrary: fc.record({ rules: fc.array(rule, { maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.jsonValue() },
  { weight: 1, arbitrary: fc.record({ rules: fc.jsonValue(), disabled: fc.jsonValue() }) },
);

test("any JSON is read as rules or refused with the places, and what is read compares any exchanges", () => {
  fc.assert(
    fc.property(ruleSet, anyExchange, anyExchange, (json, left, right) => {
      const parsed = parseRules(json);
      if (!parsed.ok) {
        expect(parsed.problems.length).toBeGreaterThan(0);
        for (const { pointer, message } of parsed.problems) {
          expect(pointer).toMatch(/^(?:$|\/)/u);
          expect(message).not.toBe("");
        }
        return;
      }
      const rules = compileRules(rulesInForce(parsed.set));
      expect(compareExchanges(left, left, rules).verdict).toBe("same");
      compareExchanges(left, right, rules);
    }),
    { numRuns: 500 },
  );
});
