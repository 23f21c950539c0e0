import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLeakScanner } from "./createLeakScanner.ts";
import type { Original } from "./values/ValueBook.ts";

const originals: readonly Original[] = [
  { kind: "email", value: "jane.doe@shop.test" },
  { kind: "phone", value: "14155552671" },
  { kind: "name", value: "Wilhelmina" },
  { kind: "name", value: "花子" },
  { kind: "address", value: "89 E 42nd St" },
  { kind: "ip", value: "81.2.69.142" },
];

function scan(text: string, path = "session.json") {
  return createLeakScanner(originals).scan([text], path);
}

const base64 = (text: string): string => Buffer.from(text).toString("base64");

test.each([
  ["email", "to jane.doe@shop.test."],
  ["email", "JANE.Doe@Shop.TEST"],
  ["email", "mary+jane.doe@shop.test"],
  ["email", "jane.doe%40shop.test"],
  ["email", String.raw`{"a":"jane.doe\u0040shop.test"}`],
  ["email", String.raw`{"a":"{\"b\":\"jane.doe\\u0040shop.test\"}"}`],
  ["email", `Basic ${base64("jane.doe@shop.test:secret")}`],
  ["email", JSON.stringify({ base64: base64(JSON.stringify({ a: "jane.doe@shop.test" })) })],
  ["phone", "tel:+14155552671"],
  ["phone", '{"phone":14155552671}'],
  ["name", "Dear\\nWilhelmina,"],
  ["name", "%57ilhelmina"],
  ["name", "はい花子です"],
  ["name", encodeURIComponent("花子")],
  ["address", "89%20E%2042nd%20St"],
  ["ip", "http://81.2.69.142:80/"],
])("finds the %s in %s", async (kind, text) => {
  expect(await scan(text)).toContainEqual({ path: "session.json", place: expect.anything(), kind });
});

test.each([
  "Wilhelminas",
  "wilhelmina",
  "114155552671",
  "81.2.69.1420",
  "user-7f3a9c21@masked.example",
  "",
  "\\",
  "%",
  base64("nothing of anyone"),
])("finds nothing in %j", async (text) => {
  expect(await scan(text)).toEqual([]);
});

test("a leak has its line and offset and does not show what leaked", async () => {
  const leaks = await scan("first line\nsecond Wilhelmina\n\n81.2.69.142");
  expect(leaks).toEqual([
    { path: "session.json", place: { line: 2, offset: 18 }, kind: "name" },
    { path: "session.json", place: { line: 4, offset: 30 }, kind: "ip" },
  ]);
});

test("a file's name is looked through and then not shown", async () => {
  expect(await scan("", "fixtures/Wilhelmina-1.json")).toEqual([
    { path: "********/*****************", place: "name", kind: "name" },
  ]);
});

test("no more than a hundred leaks are told", async () => {
  expect(await scan("Wilhelmina ".repeat(5000))).toHaveLength(100);
});

describe("text in chunks", () => {
  const long = "x ".repeat(200_000);
  const planted = ["Wilhelmina", "jane.doe%40shop.test", base64(" 89 E 42nd St ")];

  test("has the leaks of the whole text, wherever it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...planted),
        fc.nat(long.length / 2),
        fc.array(fc.integer({ min: 1, max: 300_000 }), { minLength: 1, maxLength: 6 }),
        async (value, place, lengths) => {
          const text = `${long.slice(0, place * 2)} ${value} ${long.slice(place * 2)}`;
          const chunks: string[] = [];
          for (let start = 0, turn = 0; start < text.length; turn++) {
            const length = lengths[turn % lengths.length] ?? 1;
            chunks.push(text.slice(start, start + Math.max(length, 5000)));
            start += Math.max(length, 5000);
          }
          const leaks = await createLeakScanner(originals).scan(chunks, "f");
          expect(leaks).toHaveLength(1);
          expect(leaks).toEqual(await createLeakScanner(originals).scan([text], "f"));
        },
      ),
      { numRuns: 12 },
    );
  });

  test("is not taken for a shorter word at a border", async () => {
    const before = "x".repeat((1 << 18) - "Wilhelmina".length - 1);
    expect(await createLeakScanner(originals).scan([`${before} Wilhelmina`, "tor and more"], "f")).toEqual([]);
  });

  test("can come one by one", async () => {
    async function* chunks() {
      for (const letter of "to Wilhelmina") yield letter;
    }
    expect(await createLeakScanner(originals).scan(chunks(), "f")).toMatchObject([{ kind: "name" }]);
  });

  test("finds a value in the middle of base64 that is longer than a piece", async () => {
    const text = base64(`${"- ".repeat(200_000)}Wilhelmina${" -".repeat(200_000)}`);
    expect(await createLeakScanner(originals).scan([text], "f")).toMatchObject([{ kind: "name" }]);
  });
});

test("looking takes time in proportion to a hostile text", async () => {
  const hostile = ["V", "%25", "\\", "@", "a@", "%2525", String.raw`\u005c`, "QUFB", "Wilhelmin", "89 E "];
  const start = performance.now();
  for (const text of hostile) expect(await scan(text.repeat(100_000 / text.length))).toEqual([]);
  expect(performance.now() - start).toBeLessThan(20_000);
});

test("a hundred thousand originals make it hardly slower", async () => {
  const many: Original[] = Array.from({ length: 100_000 }, (_, index) => ({
    kind: "id",
    value: `cust_${index * 7919}`,
  }));
  const text = "the order of cust_x was sent to user-7f3a9c21@masked.example\n".repeat(20_000);
  const time = async (values: readonly Original[]): Promise<number> => {
    const scanner = createLeakScanner(values);
    const start = performance.now();
    expect(await scanner.scan([text], "f")).toEqual([]);
    return performance.now() - start;
  };
  await time(originals);
  const few = await time(originals);
  expect(await time(many)).toBeLessThan(few * 10 + 1000);
});
