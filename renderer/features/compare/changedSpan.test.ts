import { expect, test } from "vitest";
import { changedSpan } from "./changedSpan.ts";

test.each([
  ['"evt_1a"', '"evt_2a"', ['"evt_', "1", 'a"'], ['"evt_', "2", 'a"']],
  ["1", "12", ["1", "", ""], ["1", "2", ""]],
  ["aa", "aaa", ["aa", "", ""], ["aa", "a", ""]],
  ["same", "same", ["same", "", ""], ["same", "", ""]],
  ["😀", "😁", ["", "😀", ""], ["", "😁", ""]],
  ["", "x", ["", "", ""], ["", "x", ""]],
])("what differs between %s and %s is marked, and no character is cut in two", (left, right, ...expected) => {
  expect(changedSpan(left, right)).toEqual(expected);
});
