import { expect, test } from "vitest";
import { layOut } from "./layOut.ts";

test("JSON is laid out", () => {
  expect(layOut('{"a":1}', false)).toEqual({ text: '{\n  "a": 1\n}', isJson: true });
});

test("text that is not JSON stands as it came", () => {
  expect(layOut('{"a": 1,', false)).toEqual({ text: '{"a": 1,', isJson: false });
  expect(layOut("a=1, b=2", true)).toEqual({ text: "a=1, b=2", isJson: false });
  expect(layOut("", false)).toEqual({ text: "", isJson: false });
});

test("JSON whose end was cut off is laid out as far as it goes", () => {
  expect(layOut('{"a":1,"b', true)).toEqual({ text: '{\n  "a": 1,\n  "b', isJson: true });
});
