import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "./json.ts";
import { countMembers, repeatedNames } from "./repeatedNames.ts";
import { scanJson } from "./scanJson.ts";

test.each([
  ['{"a":1,"a":2}', ["/a"]],
  ['{"a":1,"\\u0061":2,"a":3}', ["/a", "/a"]],
  ['{"a":[{"b":1},{"b":1,"c":{},"b":[]}]}', ["/a/1/b"]],
  ['{"a":{"a":{"a":1}},"b":["a","a"]}', []],
  ['{"x/y":{"~":1,"~":2}}', ["/x~1y/~0"]],
  ['{"__proto__":1,"__proto__":2,"constructor":3}', ["/__proto__"]],
  ['{"a":"\\"a\\":1,","b":"\\\\","b":0}', ["/b"]],
  ['{"":1, "" : 2}', ["/"]],
  ['"a"', []],
])("%s repeats %j", (text, pointers) => {
  expect([...repeatedNames(text)]).toEqual(pointers);
});

test("a count of members differs between text and value exactly when a name is repeated", () => {
  const members = fc.array(
    fc.tuple(fc.constantFrom("a", "b", "c", "__proto__", "é"), fc.constantFrom("1.0", "[]", '"{:"')),
  );
  fc.assert(
    fc.property(members, (list) => {
      const text = `[{${list.map(([name, value]) => `"${name}":${value}`).join(",")}}]`;
      const parsed = parseJson(text);
      if (!parsed.ok) throw new Error(parsed.message);
      const repeated = [...repeatedNames(text)].length;
      expect(scanJson(text).members - countMembers(parsed.value)).toBe(repeated);
    }),
  );
});
