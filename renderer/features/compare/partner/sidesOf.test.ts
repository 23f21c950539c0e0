import { expect, test } from "vitest";
import { sidesOf } from "./sidesOf.ts";

const early = { id: "early", parent: null, position: 1 };
const late = { id: "late", parent: null, position: 9 };

test("what was recorded first is what is expected", () => {
  expect(sidesOf(late, early)).toEqual({ left: "early", right: "late" });
  expect(sidesOf(early, late)).toEqual({ left: "early", right: "late" });
});

test("a parent is what is expected of its child, also where it was imported later", () => {
  const child = { ...early, parent: "late" };
  expect(sidesOf(child, late)).toEqual({ left: "late", right: "early" });
  expect(sidesOf(late, child)).toEqual({ left: "late", right: "early" });
});
