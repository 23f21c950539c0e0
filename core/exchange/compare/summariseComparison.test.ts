import { expect, test } from "vitest";
import { compareExchanges } from "./compareExchanges.ts";
import { compileRules } from "./compileRules.ts";
import { defaultRules } from "./defaultRules.ts";
import { answered, exchangeOf, nativeCall } from "./exchange.fixture.ts";
import { summariseComparison, totalComparisons } from "./summariseComparison.ts";

const rules = compileRules(defaultRules);
const left = exchangeOf({ native: [nativeCall("/v1/events", '{"a":1}')] });

function against(more: Parameters<typeof exchangeOf>[0]) {
  return compareExchanges(left, exchangeOf({ native: left.native, ...more }), rules);
}

const same = against({ response: answered('{"data":{"type":"event","id":"evt_2"}}') });
const changed = against({
  response: answered('{"data":{"type":"event","id":"evt_2","a":1,"b":2}}', { status: 201 }),
  native: [nativeCall("/v1/events", '{"a":2}')],
});
const failed = against({ response: null });

test("a comparison is one line that says what differs", () => {
  expect(summariseComparison(against({}))).toBe("same");
  expect(summariseComparison(same)).toBe("same, 1 excused");
  expect(summariseComparison(changed)).toBe(
    "status 202 → 201, 2 answer differences, 1 native call difference at /0/body/a, 1 excused",
  );
  expect(summariseComparison(failed)).toBe("no answer, status 202 → none");
});

test("comparisons are totalled by verdict, part and rule", () => {
  expect(totalComparisons([same, changed, failed, same])).toEqual({
    total: 4,
    same: 2,
    changed: 1,
    failed: 1,
    excused: { ids: 3 },
    changedParts: { status: 2, "response-body": 1, "native-request": 1 },
  });
});
