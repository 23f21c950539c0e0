import { expect, test } from "vitest";
import { compareExchanges } from "./compareExchanges.ts";
import { compileRules } from "./compileRules.ts";
import { defaultRules } from "./defaultRules.ts";
import { answered, exchangeOf } from "./exchange.fixture.ts";
import { DifferenceGroups } from "./groupDifferences.ts";

const rules = compileRules(defaultRules);

function compared(left: string, right: string) {
  return compareExchanges(exchangeOf({ response: answered(left) }), exchangeOf({ response: answered(right) }), rules);
}

test("a thousand exchanges with the same difference are one group, apart from what a rule excuses", () => {
  const groups = new DifferenceGroups<number>();
  const item = (score: number, run: string) => `{"id":"evt_${run}","score":${score}}`;
  for (let index = 0; index < 1000; index++) {
    const left = `{"data":[${item(1, `a${index}`)},${item(2, `b${index}`)}]}`;
    const right = `{"data":[${item(3, `c${index}`)},${item(4, `d${index}`)}]}`;
    expect(groups.add(compared(left, right), index)).toEqual([0, 1]);
  }
  const seen = groups
    .all()
    .map(({ pattern, rule, times, exchanges, pair }) => ({ pattern, rule, times, exchanges, pair }));
  expect(seen).toEqual([
    { pattern: "/data/*/id", rule: "ids", times: 2000, exchanges: 1000, pair: 0 },
    { pattern: "/data/*/score", rule: undefined, times: 2000, exchanges: 1000, pair: 0 },
  ]);
  expect(groups.all()[1]?.example).toMatchObject({ pointer: "/data/0/score", left: 1, right: 3 });
});

test("exchanges that are the same are in no group", () => {
  const groups = new DifferenceGroups<null>();
  expect(groups.add(compared("{}", "{}"), null)).toEqual([]);
  expect(groups.all()).toEqual([]);
});
