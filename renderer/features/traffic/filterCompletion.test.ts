import { expect, test } from "vitest";
import { applyOption, completeFilter, filterKeyMeaning } from "./filterCompletion.ts";

const inserts = (text: string, caret = text.length) => completeFilter(text, caret).options.map(({ insert }) => insert);

test("an empty field offers every key", () => {
  expect(inserts("")).toEqual(expect.arrayContaining(["status:", "endpoint:", "finding:", "origin:"]));
});

test("what is typed narrows the keys, and a minus stays", () => {
  expect(inserts("jane st")).toEqual(["status:"]);
  expect(inserts("-fin")).toEqual(["-finding:"]);
  expect(inserts("zzz")).toEqual([]);
});

test("after the colon the values of that key are offered, each with the space that ends it", () => {
  expect(inserts("status:4")).toEqual([
    "status:4xx ",
    "status:400 ",
    "status:401 ",
    "status:404 ",
    "status:409 ",
    "status:429 ",
  ]);
  expect(inserts("ORIGIN:cap")).toEqual(["origin:captured "]);
  expect(inserts("nothing:")).toEqual([]);
});

test("a value that is typed in full is offered no more", () => {
  expect(inserts("finding:lost")).toEqual([]);
});

test("a phrase in quotes is left alone", () => {
  expect(inserts('"placed st')).toEqual(["status:"]);
  expect(inserts('"placed')).toEqual([]);
});

test("an option takes the place of its term, in the middle too", () => {
  const text = "jane sta -origin:imported";
  const completion = completeFilter(text, 8);
  expect(applyOption(text, completion, "status:")).toEqual({ text: "jane status: -origin:imported", caret: 12 });
  expect(applyOption("a find b", completeFilter("a find b", 6), "finding:lost ")).toEqual({
    text: "a finding:lost b",
    caret: 15,
  });
});

test("Escape goes back step by step: the options, the text, the field", () => {
  expect(filterKeyMeaning("Escape", { isChoosing: true, hasChosen: false, isEmpty: false })).toBe("close");
  expect(filterKeyMeaning("Escape", { isChoosing: false, hasChosen: false, isEmpty: false })).toBe("clear");
  expect(filterKeyMeaning("Escape", { isChoosing: false, hasChosen: false, isEmpty: true })).toBe("leave");
});

test("Enter takes the chosen option, or goes to the list", () => {
  expect(filterKeyMeaning("Enter", { isChoosing: true, hasChosen: true, isEmpty: false })).toBeUndefined();
  expect(filterKeyMeaning("Enter", { isChoosing: true, hasChosen: false, isEmpty: false })).toBe("leave");
  expect(filterKeyMeaning("a", { isChoosing: false, hasChosen: false, isEmpty: true })).toBeUndefined();
});
