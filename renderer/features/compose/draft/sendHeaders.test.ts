import { expect, test } from "vitest";
import { rowsOf } from "./draft.ts";
import { keyOf, sendHeaders, takenHeaders } from "./sendHeaders.ts";

const key = `ps_test_${"a".repeat(32)}`;

test("the key goes first, rows without a name are left out", () => {
  const rows = rowsOf([
    ["revision", "2026-07-15"],
    [" ", "x"],
  ]);
  expect(sendHeaders(rows, key)).toEqual([
    ["Authorization", `Klaviyo-API-Key ${key}`],
    ["revision", "2026-07-15"],
  ]);
});

test("a row for Authorization goes before the key, and no key sends none", () => {
  expect(sendHeaders(rowsOf([["authorization", "Bearer x"]]), key)).toEqual([["authorization", "Bearer x"]]);
  expect(sendHeaders([], " ")).toEqual([]);
});

test("of another request neither its secrets nor what belongs to its connection is taken", () => {
  const headers: [string, string][] = [
    ["Host", "a.klaviyo.com"],
    ["Authorization", "Klaviyo-API-Key pk_secret"],
    ["Content-Length", "12"],
    ["Accept", "application/json"],
  ];
  expect(takenHeaders(headers)).toEqual([["Accept", "application/json"]]);
});

test("only a key of Postscript's form is taken as one", () => {
  expect(keyOf([["authorization", `Bearer ${key}`]])).toBe(key);
  expect(keyOf([["Authorization", "Klaviyo-API-Key pk_secret"]])).toBeUndefined();
  expect(keyOf([["Authorization", "Klaviyo-API-Key ps_test_#3f9a1c"]])).toBeUndefined();
  expect(keyOf([])).toBeUndefined();
});
