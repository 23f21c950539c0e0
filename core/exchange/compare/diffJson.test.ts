import fc from "fast-check";
import { expect, test } from "vitest";
import { type Json, parseJson } from "../../json/json.ts";
import { diffJson, eachDifference, type JsonDifference } from "./diffJson.ts";
import { anyJson } from "./json.fixture.ts";

function json(text: string): Json {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

/** "kind pointer: left > right" */
function shown(left: string, right: string): string[] {
  return diffJson(json(left), json(right)).map(
    ({ kind, pointer, rightPointer, left: before, right: after }) =>
      `${kind} ${pointer}${rightPointer === undefined ? "" : ` (${rightPointer})`}: ${JSON.stringify(before)} > ${JSON.stringify(after)}`,
  );
}

test("the order of members does not count, that of items does", () => {
  expect(shown('{"a":1,"b":{"c":2,"d":3}}', '{"b":{"d":3,"c":2},"a":1}')).toEqual([]);
  expect(shown("[1,2]", "[2,1]")).toEqual(["changed /0: 1 > 2", "changed /1: 2 > 1"]);
});

test("each kind of difference names its place and both values", () => {
  expect(shown('{"a":1,"b":"x","c":null,"d":[]}', '{"b":"y","c":0,"d":{},"e":true}')).toEqual([
    "removed /a: 1 > undefined",
    'changed /b: "x" > "y"',
    "type /c: null > 0",
    "type /d: [] > {}",
    "added /e: undefined > true",
  ]);
});

test("numbers differ when their texts do, also beyond 2^53", () => {
  expect(shown("9007199254740993", "9007199254740992")).toEqual(["changed : 9007199254740993 > 9007199254740992"]);
  expect(shown("1.0", "1")).toEqual(["changed : 1.0 > 1"]);
  expect(shown("[1.50, 12345678901234567890]", "[1.50, 12345678901234567890]")).toEqual([]);
});

test("an item put into a list is one difference, and a change after it names both places", () => {
  expect(shown('["a","b","c"]', '["x","a","b","c"]')).toEqual(['added /0: undefined > "x"']);
  expect(shown('["a","b","c","d"]', '["a","c","d"]')).toEqual(['removed /1: "b" > undefined']);
  expect(shown('["a",{"n":1},"z"]', '["x","a",{"n":2},"z"]')).toEqual([
    'added /0: undefined > "x"',
    "changed /1/n (/2/n): 1 > 2",
  ]);
});

test("a member named __proto__ is a member like any other", () => {
  expect(shown('{"__proto__":{"a":1}}', "{}")).toEqual(['removed /__proto__: {"a":1} > undefined']);
  expect(shown('{"__proto__":{"a":1}}', '{"__proto__":{"a":2}}')).toEqual(["changed /__proto__/a: 1 > 2"]);
  expect(shown('{"toString":1}', "{}")).toEqual(["removed /toString: 1 > undefined"]);
});

test("a list without order is paired by content, and says so when the order differs", () => {
  const options = { isUnordered: (pointer: string) => pointer === "/tags" };
  const left = json('{"tags":["a","b",{"n":1,"m":2}]}');
  const right = json('{"tags":[{"m":2,"n":1},"c","a"]}');
  expect(
    [...eachDifference(left, right, options)].map(({ kind, pointer, isReordering }) => [kind, pointer, isReordering]),
  ).toEqual([
    ["changed", "/tags", true],
    ["changed", "/tags/1", undefined],
  ]);
  expect([...eachDifference(left, left, options)]).toEqual([]);
});

test("a value does not differ from itself", () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      expect(diffJson(value, json(JSON.stringify(value)))).toEqual([]);
    }),
  );
});

function mirrored({ kind, pointer, rightPointer, left, right }: JsonDifference): string {
  const kinds = { added: "removed", removed: "added", changed: "changed", type: "type" };
  return JSON.stringify([kinds[kind], rightPointer ?? pointer, rightPointer && pointer, right, left]);
}

test("exchanging the sides mirrors every difference", () => {
  fc.assert(
    fc.property(anyJson, anyJson, (left, right) => {
      const there = diffJson(left, right).map(({ kind, pointer, rightPointer, ...values }) =>
        JSON.stringify([kind, pointer, rightPointer, values.left, values.right]),
      );
      expect(diffJson(right, left).map(mirrored).sort()).toEqual(there.sort());
    }),
  );
});

test("values that differ have a difference", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), (left, right) => {
      expect(diffJson(left, right).length > 0).toBe(JSON.stringify(left) !== JSON.stringify(right));
    }),
  );
});

function nested(levels: number, leaf: Json): Json {
  let value = leaf;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

test("a hundred thousand levels are compared to the last", () => {
  const [difference, ...others] = diffJson(nested(100_000, 1), nested(100_000, 2));
  expect(others).toEqual([]);
  expect(difference?.kind).toBe("changed");
  expect(difference?.pointer.length).toBe(200_000);
}, 30_000);

test("deep lists of different lengths are compared", () => {
  let [left, right]: [Json, Json] = [1, 2];
  for (let level = 0; level < 2000; level++) [left, right] = [[left], [right, level]];
  expect(diffJson(left, right)).toHaveLength(2001);
}, 30_000);

test("an insertion at the head of a long list is found, and a huge list is compared by index", () => {
  const items = Array.from({ length: 50_000 }, (_item, index) => ({ id: index, name: `item ${index}` }));
  expect(diffJson(items, [{ id: -1 }, ...items])).toEqual([{ kind: "added", pointer: "/0", right: { id: -1 } }]);
  const huge = Array.from({ length: 300_000 }, (_item, index) => index);
  expect(diffJson(huge, [...huge, "last"])).toEqual([{ kind: "added", pointer: "/300000", right: "last" }]);
}, 30_000);
