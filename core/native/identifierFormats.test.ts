import { expect, test } from "vitest";
import { isEmailAddress, isPhoneNumber } from "./identifierFormats.ts";

test.each(["jane.doe@example.com", "o'neil+tag@mail.example.co.uk", "x@müller.example", "a_b-c@1.example.travel"])(
  "%s is an address",
  (text) => expect(isEmailAddress(text)).toBe(true),
);

test.each([
  "",
  "jane",
  "jane@",
  "@example.com",
  "jane@example",
  "jane..doe@example.com",
  ".jane@example.com",
  "jane@-example.com",
  "jane doe@example.com",
  "jane@example.com ",
  "jane@exa mple.com",
  "jane@@example.com",
  `${"a".repeat(320)}@example.com`,
])("%s is none", (text) => expect(isEmailAddress(text)).toBe(false));

test("a long hostile address is refused at once", () => {
  expect(isEmailAddress(`${"a.".repeat(100_000)}@`)).toBe(false);
  expect(isEmailAddress(`a@${"a-".repeat(150)}`)).toBe(false);
});

test.each(["+15005550006", "+4915112345678", "+290123456"])("%s is a number", (text) =>
  expect(isPhoneNumber(text)).toBe(true),
);

test.each([
  "",
  "15005550006",
  "+1 500 555 0006",
  "+1-500-555-0006",
  "+05005550006",
  "+123456",
  "+1234567890123456",
  "(500) 555-0006",
])("%s is none", (text) => expect(isPhoneNumber(text)).toBe(false));
