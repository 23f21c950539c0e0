import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isEmailAddress, isPhoneNumber } from "../../../native/identifierFormats.ts";
import { luhnSum } from "../text/luhn.ts";
import { ValueBook } from "./ValueBook.ts";

const book = () => new ValueBook("secret");

test.each([
  ["+14155552671", /^\+1[2-7]\d{2}55501\d\d$/],
  ["+447911123456", /^\+44(?:7700900|1632960)\d{3}$/],
  ["+33612345678", /^\+33(?:19900|26191|35301|46571|53649|63998)\d{4}$/],
  ["+4930901820", /^\+4900\d{6}$/],
  ["+493090182012", /^\+49(?:3023125|6990009|4066969|2214710|8999998)\d{3}$/],
  ["+61412345678", /^\+61[2378](?:5550|7010)\d{4}$/],
  ["+8613812345678", /^\+8600\d{9}$/],
  ["+2901234", /^\+2900\d{3}$/],
  ["(415) 555-2671", /^\([2-7]\d{2}\) 555-01\d\d$/],
  ["+1 415.555.2671", /^\+1 [2-7]\d{2}\.555\.01\d\d$/],
])("the phone number %s moves to a range of no one's", (number, form) => {
  expect(book().pseudonym("phone", number)).toMatch(form);
});

test("a number of North America is one number with its country and without", () => {
  const one = book();
  const international = one.pseudonym("phone", "+14155552671");
  expect(one.pseudonym("phone", "415-555-2671")?.replace(/-/g, "")).toBe(international?.slice(2));
});

test("every number stays valid, and no two become one", () => {
  const one = book();
  const numbers = Array.from({ length: 3000 }, (_, index) => `+44${7_900_000_000 + index}`);
  const others = numbers.map((number) => one.pseudonym("phone", number) ?? "");
  expect(new Set(others).size).toBe(3000);
  expect(others.filter((other) => !isPhoneNumber(other) || other.length !== 13)).toEqual([]);
});

test("every address stays an address of the same length where it can", () => {
  const longer = fc.stringMatching(/^[a-z]{12,17}@[a-z]{10}\.test$/);
  fc.assert(
    fc.property(longer, (address) => {
      const other = book().pseudonym("email", address) ?? "";
      expect(isEmailAddress(other)).toBe(true);
      expect(other).toHaveLength(address.length);
    }),
  );
});

test.each([
  [
    "id",
    "01GDDKASAP8TKDDA2GRZDSVP4H",
    /^0[1-9][A-Z]{6}\d[A-Z]{4}\d[A-Z]{7}\d[A-Z]$|^0\d[A-Z]+\d[A-Z]+\d[A-Z]+\d[A-Z]$/,
  ],
  ["id", "63f64a2b-c6bf-40c7-b81f-bed08162edbe", /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-b[\da-f]{3}-[\da-f]{12}$/],
  ["id", "0042", /^0\d{3}$/],
  ["name", "Иванова", /^[А-Я][а-я]{6}$/],
  ["name", "O'Brien-Smith", /^[A-Z]'[A-Z][a-z]{4}-[A-Z][a-z]{4}$/],
  ["ip", "2a00:1450:4001::200e", /^2001:db8:[\da-f]+:[\da-f]+::[\da-f]+$/],
  ["ip", "81.2.69.142", /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$/],
  ["link", "https://cdn.shop.test/faces/jane.png", /^https:\/\/masked\.example\/[a-z]{5}\/[a-z]{4}\.png$/],
  ["coordinate", "-74.006", /^-74\.\d{3}$/],
  ["birth", "482112000", /^\d{9}$/],
  ["birth", "19850412", /^19(?:7|8)\d(?:0[1-9]|1[0-2])(?:0[1-9]|1[0-2])$/],
] as const)("the %s %s keeps its form", (kind, value, form) => {
  const other = book().pseudonym(kind, value);
  expect(other).toMatch(form);
  expect(other).not.toBe(value);
});

test("one IPv6 address in two spellings is one", () => {
  const one = book();
  expect(one.pseudonym("ip", "2A00:1450:0:0::1")).toBe(one.pseudonym("ip", "2a00:1450::1"));
});

test("a card's number becomes one that no card has and that passes the checksum", () => {
  const other = book().pseudonym("card", "4111 1111 1111 1111") ?? "";
  expect(other).toMatch(/^9\d{3} \d{4} \d{4} \d{4}$/);
  expect(luhnSum(other.replaceAll(" ", "")) % 10).toBe(0);
});

test.each(["", "--", "0"])("%j has nothing to mask", (value) => {
  expect(book().pseudonym("id", value)).toBeUndefined();
});

describe("two values", () => {
  test("never share a pseudonym, and no pseudonym is an original", () => {
    const one = book();
    const names = Array.from({ length: 2000 }, (_, index) => `N${(index + 1300).toString(36)}`.replace(/\d/g, "q"));
    const distinct = [...new Set(names)];
    for (const name of distinct) one.learn("name", name);
    const others = distinct.map((name) => one.pseudonym("name", name));
    expect(new Set(others).size).toBe(distinct.length);
    expect(others.filter((other) => distinct.includes(other ?? ""))).toEqual([]);
  });

  test("that are one text have one pseudonym, whatever field they stand in", () => {
    const one = book();
    one.learn("name", "Jordan");
    expect(one.pseudonym("address", "Jordan")).toBe(one.pseudonym("name", "Jordan"));
    expect(one.pseudonym("id", "Jordan")).toBe(one.pseudonym("name", "Jordan"));
    expect(one.pseudonym("address", "JORDAN")).toBe(one.pseudonym("name", "Jordan")?.toUpperCase());
    expect(one.pseudonym("name", "Michael Jordan")?.split(" ")[1]).toBe(one.pseudonym("name", "Jordan"));
  });
});
