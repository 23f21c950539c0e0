import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeJsonEscapes, decodePercent, writtenEdits } from "./DecodedText.ts";
import { applyEdits, pickEdits } from "./edit.ts";

test.each([
  [String.raw`jane\u0040shop\/x`, "jane@shop/x"],
  [String.raw`\u00e9\n\ud83d\ude00\"`, 'é\n😀"'],
  [String.raw`\x \u12`, String.raw`\x \u12`],
])("the JSON escapes of %s are read", (written, text) => {
  expect(decodeJsonEscapes(written).text).toBe(text);
});

test.each([
  ["jane%40shop", "jane@shop"],
  ["%E8%8A%B1%e5%ad%90!", "花子!"],
  ["50% off, %FF%41", "50% off, %FFA"],
])("the percent-encoding of %s is read", (written, text) => {
  expect(decodePercent(written).text).toBe(text);
});

test("a plus sign is a space in a form, and written back as one", () => {
  const decoded = decodePercent("Jane+Doe%2B", true);
  expect(decoded.text).toBe("Jane Doe+");
  expect(decoded.encode("A B+")).toBe("A+B%2B");
});

test("what is written with ASCII alone is written back so", () => {
  expect(decodeJsonEscapes(String.raw`\u00e9`).encode("ü")).toBe(String.raw`\u00fc`);
  expect(decodeJsonEscapes("é").encode("ü")).toBe("ü");
});

test("an edit of the decoded text changes just that part of the written one", () => {
  const parts = fc.tuple(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme", minLength: 1 }), fc.string());
  const encodings = [
    [(text: string) => JSON.stringify(text).slice(1, -1), decodeJsonEscapes],
    [(text: string) => encodeURIComponent(text.toWellFormed()), decodePercent],
  ] as const;
  fc.assert(
    fc.property(parts, fc.constantFrom(...encodings), ([before, value, after], [encode, decode]) => {
      const decoded = decode(encode(before) + encode(value) + encode(after));
      const edit = { start: before.length, end: before.length + value.length, text: 'é"%', kind: "custom" as const };
      const edited = applyEdits(encode(before) + encode(value) + encode(after), writtenEdits(decoded, [edit]));
      expect(decode(edited).text).toBe(`${decode(encode(before)).text}é"%${decode(encode(after)).text}`);
      expect(edited.startsWith(encode(before))).toBe(true);
      expect(edited.endsWith(encode(after))).toBe(true);
    }),
  );
});

test("of edits that overlap the longer ones are made", () => {
  const edit = (start: number, end: number) => ({ start, end, text: "", kind: "name" as const });
  expect(pickEdits([edit(20, 21), edit(0, 2), edit(0, 10), edit(3, 20)])).toEqual([
    edit(0, 2),
    edit(3, 20),
    edit(20, 21),
  ]);
});
