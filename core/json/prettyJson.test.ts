import fc from "fast-check";
import { expect, test } from "vitest";
import { prettyJson } from "./prettyJson.ts";

test("members and items stand on lines of their own", () => {
  expect(prettyJson('{"a":1,"b":[{"c":null},{}],"d":{}}')).toBe(
    '{\n  "a": 1,\n  "b": [\n    {\n      "c": null\n    },\n    {}\n  ],\n  "d": {}\n}',
  );
});

test("a short list of plain values stays on its line", () => {
  expect(prettyJson('{"matched_by":["email" ,"phone"],"none":[ ]}')).toBe(
    '{\n  "matched_by": ["email", "phone"],\n  "none": []\n}',
  );
});

test("numbers, repeated names and escapes stay as they were written", () => {
  expect(prettyJson('{"n":12345678901234567890,"n":0.1000,"e":1E+2,"s":"\\u00e9 \\" { : ,"}')).toBe(
    '{\n  "n": 12345678901234567890,\n  "n": 0.1000,\n  "e": 1E+2,\n  "s": "\\u00e9 \\" { : ,"\n}',
  );
});

test("text that is not JSON keeps all its characters but white space", () => {
  expect(prettyJson('{"a": tru')).toBe('{\n  "a": tru');
  expect(prettyJson('}}"x')).toContain('"x');
});

test("laying out changes no value and repeats to the same text", () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      const pretty = prettyJson(json);
      expect(JSON.parse(pretty)).toEqual(JSON.parse(json));
      expect(prettyJson(pretty)).toBe(pretty);
    }),
  );
});
