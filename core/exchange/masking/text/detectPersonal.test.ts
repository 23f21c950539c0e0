import { expect, test } from "vitest";
import { detectPersonal } from "./detectPersonal.ts";

function found(text: string): string[] {
  return detectPersonal(text).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);
}

test.each([
  ["write to jane.doe@shop.test.", "email jane.doe@shop.test"],
  ["<jane+tag@mail.shop.co.uk>", "email jane+tag@mail.shop.co.uk"],
  ["email=jane@shop.test&x=1", "email jane@shop.test"],
  ["jürgen@müller.shop", "email jürgen@müller.shop"],
  ["'o'neil@shop.test'", "email o'neil@shop.test"],
  ["mail jane@shop.test2", "email jane@shop.test"],
  ["tel:+14155552671;", "phone +14155552671"],
  ["+44 (0) 20 7946-0018", "phone +44 (0) 20 7946-0018"],
  ["call (415) 555-2671 now", "phone (415) 555-2671"],
  ["415.555.2671", "phone 415.555.2671"],
  ["07911 123456", "phone 07911 123456"],
  ["tél. 06 12 34 56 78.", "phone 06 12 34 56 78"],
  ["06.12.34.56.78", "phone 06.12.34.56.78"],
  ["call (02) 9374 4000", "phone (02) 9374 4000"],
  ["02 9374-4000", "phone 02 9374-4000"],
  ["0044 (0)7911 123456", "phone 0044 (0)7911 123456"],
  ["at /api/profiles/01GDDKASAP8TKDDA2GRZDSVP4H/lists", "id 01GDDKASAP8TKDDA2GRZDSVP4H"],
  ["from 81.2.69.142, port 80", "ip 81.2.69.142"],
  ["[2a00:1450:4001::200e]:443", "ip 2a00:1450:4001::200e"],
  ["::ffff:81.2.69.142", "ip ::ffff:81.2.69.142"],
  ["card 4111 1111 1111 1111", "card 4111 1111 1111 1111"],
  ["key=ps_live_0123456789abcdef;", "key ps_live_0123456789abcdef"],
  ["xpk_01234567 pk_01234567", "key pk_01234567"],
  ["sk_01234567 and pk_89abcdef", "key pk_89abcdef"],
])("%j has %s", (text, expected) => {
  expect(found(text)).toContain(expected);
});

test.each([
  "2026-01-15T10:31:02.000+00:00",
  "order 1234567890, item 10017-1234, 00123456789, 001.234567",
  "01-02-2024, 01 02 2024, 12 34 56 78 90, 06 12 34 56 789",
  "/api/profiles/prof_01GDDKASAP8TKDDA2GRZDSVP4H and /profiles/import",
  "1768473062000",
  "std::vector and 10:31:02",
  "version 1.2.3, Chrome/120.0.0.0",
  "127.0.0.1 and ::1",
  "4111 1111 1111 1112",
  "a@b, @handle, x@y.1",
  "63f64a2b-c6bf-40c7-b81f-bed08162edbe",
  "ps_test_#3f9a1c0b77de, ps_test_, pk_id, risk_assessment",
])("%j has nothing personal", (text) => {
  expect(found(text)).toEqual([]);
});
