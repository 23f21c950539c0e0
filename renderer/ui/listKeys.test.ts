import { expect, test } from "vitest";
import { moveInList } from "./listKeys.ts";

test("arrows move by one and stop at the ends", () => {
  expect(moveInList("ArrowDown", 3, 10, 5)).toBe(4);
  expect(moveInList("ArrowUp", 3, 10, 5)).toBe(2);
  expect(moveInList("ArrowDown", 9, 10, 5)).toBe(9);
  expect(moveInList("ArrowUp", 0, 10, 5)).toBe(0);
});

test("the first arrow in a list without a caret goes to the first row", () => {
  expect(moveInList("ArrowDown", undefined, 10, 5)).toBe(0);
  expect(moveInList("ArrowUp", undefined, 10, 5)).toBe(0);
});

test("Home, End and the page keys jump", () => {
  expect(moveInList("Home", 7, 10, 5)).toBe(0);
  expect(moveInList("End", 2, 10, 5)).toBe(9);
  expect(moveInList("PageDown", 2, 10, 5)).toBe(7);
  expect(moveInList("PageUp", 2, 10, 5)).toBe(0);
});

test("other keys and empty lists do nothing", () => {
  expect(moveInList("a", 2, 10, 5)).toBeUndefined();
  expect(moveInList("ArrowDown", undefined, 0, 5)).toBeUndefined();
});
