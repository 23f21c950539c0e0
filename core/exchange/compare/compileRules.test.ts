import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Json, stringifyJson } from "../../json/json.ts";
import { compareExchanges } from "./compareExchanges.ts";
import { compileRules } from "./compileRules.ts";
import { defaultRules } from "./defaultRules.ts";
import type { Difference, Part } from "./difference.ts";
import type { EquivalenceRule, RuleForm } from "./equivalenceRule.ts";
import { answered, exchangeOf } from "./exchange.fixture.ts";
import { anyJson } from "./json.fixture.ts";

const byDefault = compileRules(defaultRules);

function ruleFor(parts: Part[], at: string[], how: RuleForm): EquivalenceRule {
  return { id: "own", parts, at, how, enabled: true, note: "", source: "test" };
}

function shown({ part, kind, pointer, rule }: Difference): string {
  return `${part} ${kind} ${pointer}${rule === undefined ? "" : ` (${rule})`}`;
}

/** Compares two answers of an exchange that is the same otherwise. */
function answers(left: Json, right: Json, rules: readonly EquivalenceRule[] = []) {
  return compareExchanges(
    exchangeOf({ response: answered(stringifyJson(left)) }),
    exchangeOf({ response: answered(stringifyJson(right)) }),
    compileRules(rules),
  );
}

describe("equivalence rules", () => {
  test("excuse by default what differs between any two runs, and count it", () => {
    const answer = (id: string, host: string, minute: string) =>
      answered(
        JSON.stringify({
          data: {
            type: "profile",
            id,
            attributes: { created: `2026-01-15T10:${minute}:00+00:00`, email: "jane@example.com" },
            links: { self: `${host}/api/profiles/${id}/` },
          },
        }),
        {
          headers: [
            ["Date", minute],
            ["X-Klaviyo-Req-Id", minute],
            ["RateLimit-Remaining", minute],
            ["Content-Length", minute],
          ],
        },
      );
    const { verdict, excused } = compareExchanges(
      exchangeOf({ response: answer("prof_1", "http://127.0.0.1:8020", "10") }),
      exchangeOf({ response: answer("prof_23", "http://localhost:9020", "11") }),
      byDefault,
    );
    expect(verdict).toBe("same");
    expect(excused).toEqual({
      "date-header": 1,
      "request-id-headers": 1,
      "rate-limit-headers": 1,
      "content-length": 1,
      ids: 1,
      timestamps: 1,
      links: 1,
    });
  });

  test("do not excuse an id of another kind, a missing one or another path", () => {
    const answer = (id: string | undefined, path: string) => ({ data: { id: id ?? null, links: { self: path } } });
    const compared = (right: Json) =>
      compareExchanges(
        exchangeOf({ response: answered(JSON.stringify(answer("prof_1", "http://a/api/profiles/prof_1/"))) }),
        exchangeOf({ response: answered(JSON.stringify(right)) }),
        byDefault,
      ).differences.map(shown);
    expect(compared(answer("evt_1", "http://a/api/profiles/prof_1/"))).toEqual(["response-body changed /data/id"]);
    expect(compared(answer(undefined, "http://a/api/profiles/prof_1/"))).toEqual(["response-body type /data/id"]);
    expect(compared(answer("prof_1", "http://a/api/events/prof_1/"))).toEqual([
      "response-body changed /data/links/self",
    ]);
  });

  test.each<[RuleForm, Json, Json, boolean]>([
    ["ignore", { a: { b: 1 } }, {}, true],
    ["ignore", { a: { b: 1 } }, { a: { b: 2 } }, true],
    ["ignore-if-both-present", { a: 1 }, { a: "x" }, true],
    ["ignore-if-both-present", { a: { b: 1 } }, { a: {} }, true],
    ["ignore-if-both-present", { a: 1 }, {}, false],
    ["same-shape", { a: "evt_1" }, { a: "evt_2" }, true],
    ["same-shape", { a: "evt_1" }, { a: 2 }, false],
    ["same-shape", { a: { b: "evt_1" } }, { a: { b: "evt_2" } }, false],
    [{ numberTolerance: 0.5 }, { a: 1 }, { a: 1.5 }, true],
    [{ numberTolerance: 0.5 }, { a: 1 }, { a: 1.6 }, false],
    [{ numberTolerance: 5 }, { a: 1 }, { a: "2" }, false],
    [{ timeToleranceMs: 1000 }, { a: "2026-01-15T10:31:02Z" }, { a: "2026-01-15T11:31:03+01:00" }, true],
    [{ timeToleranceMs: 1000 }, { a: "2026-01-15T10:31:02Z" }, { a: "2026-01-15T10:31:04Z" }, false],
    ["any-order", { a: [1, 2, 3] }, { a: [3, 1, 2] }, true],
    ["any-order", { a: [1, 2, 3] }, { a: [3, 1, 1] }, false],
  ])("of the form %j take %j and %j for the same: %s", (how, left, right, isSame) => {
    const comparison = answers(left, right, [ruleFor(["response-body"], ["/a"], how)]);
    expect(comparison.verdict).toBe(isSame ? "same" : "changed");
  });

  test("that are off excuse nothing", () => {
    const off = { ...ruleFor(["response-body"], ["/a"], "ignore"), enabled: false };
    expect(answers({ a: 1 }, { a: 2 }, [off]).excused).toEqual({});
  });

  test("that ignore every place that differs make any two answers the same", () => {
    fc.assert(
      fc.property(anyJson, anyJson, (left, right) => {
        const { differences } = answers(left, right);
        const at = differences.map(({ pointer }) => pointer.replaceAll("*", "~2"));
        const comparison = answers(left, right, at.length > 0 ? [ruleFor(["response-body"], at, "ignore")] : []);
        expect(comparison.verdict).toBe("same");
        expect(comparison.excused).toEqual(at.length > 0 ? { own: at.length } : {});
      }),
    );
  });
});
