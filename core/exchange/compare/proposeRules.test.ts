import fc from "fast-check";
import { expect, test } from "vitest";
import { type Json, parseJson, stringifyJson } from "../../json/json.ts";
import type { Exchange } from "../exchange.ts";
import { compareExchanges } from "./compareExchanges.ts";
import { compileRules } from "./compileRules.ts";
import { equivalenceRuleSchema } from "./equivalenceRule.ts";
import { answered, exchangeOf, nativeCall } from "./exchange.fixture.ts";
import { anyJson } from "./json.fixture.ts";
import { proposeRules } from "./proposeRules.ts";

const none = compileRules([]);

function twins(left: Partial<Exchange>, right: Partial<Exchange>) {
  return compareExchanges(exchangeOf(left), exchangeOf(right), none);
}

function bodies(left: Json, right: Json) {
  return twins({ response: answered(stringifyJson(left)) }, { response: answered(stringifyJson(right)) });
}

/** "part place: form × times in exchanges" */
function proposed(comparisons: Parameters<typeof proposeRules>[0]): string[] {
  return proposeRules(comparisons).proposals.map(
    ({ rule, times, exchanges }) =>
      `${rule.parts.join()} ${rule.at.join()}: ${JSON.stringify(rule.how)} × ${times} in ${exchanges}`,
  );
}

test("what differed is generalised over indices and made-up names, with the weakest form that excuses it", () => {
  const run = (id: string, score: number, minute: string, key: string) => ({
    data: [
      { id: `evt_${id}1`, score, at: `2026-01-15T10:${minute}:00Z`, word: `w${id}` },
      { id: `evt_${id}2`, score: score + 0.3, at: `2026-01-15T10:${minute}:30Z`, word: "same" },
    ],
    byKey: { [`prof_${key}`]: { n: 1 } },
  });
  const comparisons = [
    bodies(run("a", 1, "10", "x"), run("b", 1.25, "11", "x")),
    bodies(run("c", 7, "12", "x"), run("d", 7, "13", "x")),
  ];
  expect(proposed(comparisons)).toEqual([
    'response-body /data/*/id: "same-shape" × 4 in 2',
    'response-body /data/*/at: "same-shape" × 4 in 2',
    'response-body /data/*/score: {"numberTolerance":1} × 2 in 1',
    'response-body /data/*/word: "ignore-if-both-present" × 2 in 2',
  ]);
  const named = bodies({ byKey: { prof_1: { n: "a" } } }, { byKey: { prof_1: { n: "b" } } });
  expect(proposed([named])).toEqual(['response-body /byKey/*/n: "ignore-if-both-present" × 1 in 1']);
});

test("a list whose items only changed places is proposed to have no order", () => {
  expect(proposed([bodies({ data: { tags: ["a", "b", "c"] } }, { data: { tags: ["c", "b", "a"] } })])).toEqual([
    'response-body /data/tags: "any-order" × 2 in 1',
  ]);
});

test("a number written in two ways is proposed with no tolerance but for that", () => {
  const parsed = parseJson('{"data":{"n":1.0}}');
  expect(proposed([bodies(parsed.ok ? parsed.value : null, { data: { n: 1 } })])).toEqual([
    'response-body /data/n: {"numberTolerance":0} × 1 in 1',
  ]);
});

test("what is sometimes missing is proposed to be ignored, and headers by their name", () => {
  const left = { response: answered('{"data":{"a":1}}', { headers: [["X-Trace", "1"]] }) };
  const right = { response: answered('{"data":{}}', { headers: [["X-Trace", "2"]] }) };
  expect(proposed([twins(left, right)])).toEqual([
    'response-header x-trace: "ignore-if-both-present" × 1 in 1',
    'response-body /data/a: "ignore" × 1 in 1',
  ]);
});

test("the status, whole bodies and whole calls are never proposed to be ignored", () => {
  const left = {
    response: answered("text", { status: 202 }),
    native: [nativeCall("/v1/events", '{"a":1}'), nativeCall("/v1/profiles", "text")],
  };
  const right = { response: answered("other", { status: 400 }), native: [nativeCall("/v1/profiles", '"scalar"')] };
  const { proposals, unproposed } = proposeRules([twins(left, right)]);
  expect(proposals).toEqual([]);
  expect(unproposed.map(({ part, pattern }) => `${part} ${pattern}`)).toEqual([
    "status ",
    "response-body ",
    "native-request /*/path",
    "native-request /*/body",
    "native-request /*",
  ]);
});

test("every proposal is a rule, and all together excuse what they were learnt from", () => {
  fc.assert(
    fc.property(anyJson, anyJson, (left, right) => {
      const [one, other] = [{ data: { x: left } }, { data: { x: right } }];
      const { proposals } = proposeRules([bodies(one, other)]);
      const rules = proposals.map(({ rule }) => rule);
      for (const rule of rules) expect(equivalenceRuleSchema.safeParse(rule).error?.issues ?? []).toEqual([]);
      const again = compareExchanges(
        exchangeOf({ response: answered(stringifyJson(one)) }),
        exchangeOf({ response: answered(stringifyJson(other)) }),
        compileRules(rules),
      );
      expect(again.verdict).toBe("same");
    }),
  );
});

test("a place deeper than a pattern can name is proposed by its end", () => {
  const deep = (leaf: string): Json => Array.from({ length: 80 }).reduce<Json>((inner) => ({ a: inner }), { leaf });
  const { proposals } = proposeRules([bodies(deep("one"), deep("other words"))]);
  const rules = proposals.map(({ rule }) => equivalenceRuleSchema.parse(rule));
  const again = compareExchanges(
    exchangeOf({ response: answered(stringifyJson(deep("one"))) }),
    exchangeOf({ response: answered(stringifyJson(deep("other words"))) }),
    compileRules(rules),
  );
  expect(again.verdict).toBe("same");
});
