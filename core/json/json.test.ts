import fc from "fast-check";
import { expect, test } from "vitest";
import { isJsonNumber, isJsonObject, isRawNumber, parseJson, stringifyJson } from "./json.ts";

const roundTrip = (text: string) => {
  const parsed = parseJson(text);
  return parsed.ok ? stringifyJson(parsed.value) : parsed.message;
};

test.each([
  "12345678901234567890",
  "0.1000",
  "-0",
  "1e400",
  "10.0",
  "[1.0,2.50,-0.0,1E5,1e-7,9007199254740993]",
  '{"a":{"b":[10.0,{"c":0.10}]},"__proto__":1.0,"d":"10.0"}',
  '["\\u0000","\\u00001.5",1.50]',
  '{ "a" : 1.0 , "b"\n:\t2 }'.replace(/\s/g, ""),
])("%s comes out as it went in", (text) => {
  expect(roundTrip(text)).toBe(text);
});

test("a number that is printed back as written is a plain number, another is kept as its text", () => {
  const parsed = parseJson('{"plain":[0,5,-5,79.48,1e21],"raw":1.0}');
  if (!parsed.ok || !isJsonObject(parsed.value)) throw new Error("not read");
  expect(parsed.value.plain).toEqual([0, 5, -5, 79.48, "1e+21"].map((n) => (n === "1e+21" ? expect.anything() : n)));
  expect(isRawNumber(parsed.value.raw)).toBe(true);
  expect(isJsonNumber(parsed.value.raw)).toBe(true);
});

test.each([
  "{1.0:2}",
  "{1.0 : 2}",
  "[01]",
  "[1.]",
  "[.5]",
  "[1.0.0]",
  "[1.0-2]",
  '[1.0"a"]',
  "[1.0 2.0]",
  "-",
  "",
  "[1.0",
])("%s is not JSON", (text) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(parseJson(text)).toMatchObject({ ok: false, message: expect.any(String) });
});

test("a name __proto__ is plain data, also beside long numbers", () => {
  const parsed = parseJson('{"__proto__":{"polluted":1.0},"constructor":{"prototype":{"polluted":2.0}}}');
  if (!parsed.ok || !isJsonObject(parsed.value)) throw new Error("not read");
  expect(Object.hasOwn(parsed.value, "__proto__")).toBe(true);
  expect(Object.getPrototypeOf(parsed.value)).toBe(Object.prototype);
  expect("polluted" in {}).toBe(false);
});

const numberText = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n }), fc.option(fc.stringMatching(/^\d{1,20}$/)), fc.option(fc.integer()))
  .map(([minus, whole, fraction, exponent]) =>
    [minus ? "-" : "", whole, fraction === null ? "" : `.${fraction}`, exponent === null ? "" : `e${exponent}`].join(
      "",
    ),
  );

test("any numbers and strings survive, and any text is read as the engine reads it", () => {
  fc.assert(
    fc.property(fc.array(numberText), fc.string({ unit: "binary" }), (numbers, text) => {
      const document = `{"n":[${numbers.join(",")}],"s":${JSON.stringify(text)}}`;
      expect(roundTrip(document)).toBe(document);
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[{}[\]:,"\\ 01.eE+-]{0,12}$/), (text) => {
      let isValid = true;
      try {
        JSON.parse(text);
      } catch {
        isValid = false;
      }
      expect(parseJson(text).ok).toBe(isValid);
    }),
    { numRuns: 2000 },
  );
});
