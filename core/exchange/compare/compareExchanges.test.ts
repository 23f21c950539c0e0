import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringifyJson } from "../../json/json.ts";
import { type CompareOptions, compareExchanges } from "./compareExchanges.ts";
import { compileRules } from "./compileRules.ts";
import { defaultRules } from "./defaultRules.ts";
import type { Difference } from "./difference.ts";
import { answered, exchangeOf, nativeCall } from "./exchange.fixture.ts";
import { anyJson } from "./json.fixture.ts";

const none = compileRules([]);
const byDefault = compileRules(defaultRules);

function shown({ part, kind, pointer, rule }: Difference): string {
  return `${part} ${kind} ${pointer}${rule === undefined ? "" : ` (${rule})`}`;
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

  test("is none that an imported request has no answer on record: its replay differs, and did not fail", () => {
    const imported = exchangeOf({ origin: "imported", response: null });
    expect(compareExchanges(imported, ok, byDefault)).toMatchObject({ verdict: "changed", failures: {} });
    expect(compareExchanges(imported, broken, byDefault).failures).toEqual({ right: "server-error" });
  });

  test("of both sides alike is compared like any answers", () => {
    expect(compareExchanges(broken, broken, none).verdict).toBe("same");
    expect(compareExchanges(unanswered, unanswered, none).verdict).toBe("same");
    const other = exchangeOf({ response: answered('{"x":1}', { status: 502 }) });
    expect(compareExchanges(broken, other, none).verdict).toBe("changed");
  });

  test("is not excused by any rule", () => {
    const rules = compileRules([
      {
        id: "all",
        parts: ["status", "response-body"],
        at: [""],
        how: "ignore",
        enabled: true,
        note: "",
        source: "test",
      },
    ]);
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
  const [left, right] = ["9007199254740993", "9007199254740992"].map((n) =>
    exchangeOf({ response: answered(`{"n":${n}}`) }),
  );
  if (!left || !right) throw new Error("There are two exchanges.");
  const [difference] = compareExchanges(left, right, byDefault).differences;
  expect(difference && stringifyJson(difference.left ?? null)).toBe("9007199254740993");
});
