import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Json, parseJson, stringifyJson } from "../../json/json.ts";
import { type CompareOptions, compareExchanges } from "./compareExchanges.ts";
import { compileRules } from "./compileRules.ts";
import { defaultRules } from "./defaultRules.ts";
import type { Difference, Part } from "./difference.ts";
import type { EquivalenceRule, RuleForm } from "./equivalenceRule.ts";
import { answered, exchangeOf, nativeCall } from "./exchange.fixture.ts";
import { anyJson } from "./json.fixture.ts";

const none = compileRules([]);
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

describe("two answers", () => {
  test("are the same whatever the case and order of headers, the order of members and white space", () => {
    const left = answered('{"a":1,"b":2}', {
      headers: [
        ["Content-Type", "x"],
        ["Vary", "a"],
        ["Vary", "b"],
      ],
    });
    const right = answered('{ "b": 2, "a": 1 }', {
      headers: [
        ["vary", "b"],
        ["vary", "a"],
        ["content-type", "x"],
      ],
    });
    expect(compareExchanges(exchangeOf({ response: left }), exchangeOf({ response: right }), none)).toEqual({
      verdict: "same",
      failures: {},
      differences: [],
      counts: {},
      excused: {},
      omitted: 0,
    });
  });

  test("differ in status, headers and body, each with its place", () => {
    const left = answered('{"a":1}', {
      headers: [
        ["X-One", "1"],
        ["X-Two", "2"],
        ["X-Two", "3"],
      ],
    });
    const right = answered('{"a":2}', {
      status: 400,
      headers: [
        ["X-Two", "2"],
        ["X-Three", "3"],
      ],
    });
    const { verdict, differences, counts } = compareExchanges(
      exchangeOf({ response: left }),
      exchangeOf({ response: right }),
      none,
    );
    expect(verdict).toBe("changed");
    expect(differences).toEqual([
      { part: "status", kind: "changed", pointer: "", left: 202, right: 400 },
      { part: "response-header", kind: "removed", pointer: "/x-one", left: "1" },
      { part: "response-header", kind: "changed", pointer: "/x-two", left: ["2", "3"], right: "2" },
      { part: "response-header", kind: "added", pointer: "/x-three", right: "3" },
      { part: "response-body", kind: "changed", pointer: "/a", left: 1, right: 2 },
    ]);
    expect(counts).toEqual({ status: 1, "response-header": 3, "response-body": 1 });
  });

  test.each([
    ["plain", "plain", []],
    ["plain", "other", ["response-body changed "]],
    ['{"a":1', '{"a":1}', ["response-body type "]],
    ['"abc"', "abc", ["response-body type "]],
    [{ base64: "/w==" }, { base64: "/w==" }, []],
    [{ base64: "/w==" }, { base64: "/g==" }, ["response-body changed "]],
    [{ base64: "/w==" }, "", ["response-body type "]],
  ])("with the bodies %j and %j that are not both JSON are compared as they are", (left, right, expected) => {
    const comparison = compareExchanges(
      exchangeOf({ response: answered(left) }),
      exchangeOf({ response: answered(right) }),
      byDefault,
    );
    expect(comparison.differences.map(shown)).toEqual(expected);
  });

  test("of more levels than are compared are compared as text", () => {
    const deep = (leaf: string) => "[".repeat(600) + leaf + "]".repeat(600);
    const comparison = compareExchanges(
      exchangeOf({ response: answered(deep("1")) }),
      exchangeOf({ response: answered(deep("2")) }),
      none,
    );
    expect(comparison.differences.map(shown)).toEqual(["response-body changed "]);
  });
});

describe("a failure", () => {
  const ok = exchangeOf();
  const unanswered = exchangeOf({ response: null });
  const broken = exchangeOf({ response: answered("{}", { status: 502 }) });
  const pending = exchangeOf({ native: [{ ...nativeCall("/v1/events", "{}"), response: null }] });

  test.each([
    [ok, unanswered, { right: "no-answer" }],
    [ok, broken, { right: "server-error" }],
    [broken, ok, { left: "server-error" }],
    [unanswered, broken, { left: "no-answer", right: "server-error" }],
    [exchangeOf({ native: [nativeCall("/v1/events", "{}")] }), pending, { right: "native-unanswered" }],
  ])("of one side only is no change but a failure (case %#)", (left, right, failures) => {
    const comparison = compareExchanges(left, right, byDefault);
    expect(comparison.verdict).toBe("failed");
    expect(comparison.failures).toEqual(failures);
  });

  test("of both sides alike is compared like any answers", () => {
    expect(compareExchanges(broken, broken, none).verdict).toBe("same");
    expect(compareExchanges(unanswered, unanswered, none).verdict).toBe("same");
    const other = exchangeOf({ response: answered('{"x":1}', { status: 502 }) });
    expect(compareExchanges(broken, other, none).verdict).toBe("changed");
  });

  test("is not excused by any rule", () => {
    const rules = compileRules([ruleFor(["status", "response-body"], [""], "ignore")]);
    expect(compareExchanges(ok, broken, rules).verdict).toBe("failed");
  });
});

describe("native calls", () => {
  const calls = [
    nativeCall("/v1/events", '{"event_type":"a"}'),
    nativeCall("/v1/profiles/upsert", '{"attributes":{}}'),
  ];
  const left = exchangeOf({ native: calls });

  function compared(native: typeof calls, options?: CompareOptions): string[] {
    return compareExchanges(left, exchangeOf({ native }), byDefault, options).differences.map(shown);
  }

  test("count by method, path and body, in order", () => {
    const [first = nativeCall("", ""), second = first] = calls;
    expect(compared([first, second])).toEqual([]);
    expect(compared([{ ...first, request: { ...first.request, body: '{"event_type":"b"}' } }, second])).toEqual([
      "native-request changed /0/body/event_type",
    ]);
    expect(compared([second])).toEqual(["native-request removed /0"]);
    expect(compared([first, { ...second, request: { ...second.request, body: "text" } }])).toEqual([
      "native-request removed /1/body",
      "native-request added /1/text",
    ]);
  });

  test("count with their answers when asked to, and not at all where they cannot be seen", () => {
    const [first = nativeCall("", ""), second = first] = calls;
    const other = { status: 201, headers: [], body: '{"id":"evt_2","n":1}' };
    expect(compared([{ ...first, response: other }, second], { nativeAnswers: true })).toEqual([
      "native-response changed /0/body/id (ids)",
      "native-response added /0/body/n",
    ]);
    expect(compared([], { nativeRequests: false })).toEqual([]);
  });
});

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
        const at = differences.map(({ pointer }) =>
          pointer.replaceAll(/(?<=\/)\*\*?(?=\/|$)/g, (name) => name.replaceAll("*", "~2")),
        );
        const comparison = answers(left, right, at.length > 0 ? [ruleFor(["response-body"], at, "ignore")] : []);
        expect(comparison.verdict).toBe("same");
        expect(comparison.excused).toEqual(at.length > 0 ? { own: at.length } : {});
      }),
    );
  });
});

test("differences beyond those that are kept are counted", () => {
  const list = (from: number) => Array.from({ length: 50 }, (_item, index) => from + index);
  const left = exchangeOf({ response: answered(JSON.stringify(list(0))) });
  const right = exchangeOf({ response: answered(JSON.stringify(list(100))) });
  const { differences, counts, omitted } = compareExchanges(left, right, none, { maxKept: 10 });
  expect([differences.length, counts["response-body"], omitted]).toEqual([10, 50, 40]);
});

test("hostile answers are compared without a fault", () => {
  const bodies = fc.oneof(
    fc.string(),
    anyJson.map((value) => stringifyJson(value)),
    fc.constantFrom(
      '{"__proto__":{"polluted":true}}',
      "[".repeat(100_000),
      `${"[".repeat(512)}1${"]".repeat(512)}`,
      `${'{"a":'.repeat(513)}1${"}".repeat(513)}`,
    ),
  );
  fc.assert(
    fc.property(bodies, bodies, (left, right) => {
      const sides = [left, right].map((body) =>
        exchangeOf({ response: answered(body), native: [nativeCall("/v1/events", body, body)] }),
      );
      const [one = exchangeOf(), other = one] = sides;
      const { verdict } = compareExchanges(one, other, byDefault, { nativeAnswers: true });
      expect(["same", "changed"]).toContain(verdict);
      if (left === right) expect(verdict).toBe("same");
    }),
  );
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

test("numbers that JavaScript would round keep their difference", () => {
  const parsed = parseJson('{"n":9007199254740993}');
  if (!parsed.ok) throw new Error(parsed.message);
  const [difference] = answers(parsed.value, { n: Number("9007199254740992") }).differences;
  expect(difference && stringifyJson(difference.left ?? null)).toBe("9007199254740993");
});
