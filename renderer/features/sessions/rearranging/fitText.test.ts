import { expect, test } from "vitest";
import { fitText } from "./fitText.ts";

test.each([
  [0, 9, "No exchange fits."],
  [1, 2, "1 exchange moves, 1 stays."],
  [312, 1284, "312 exchanges move, 972 stay."],
  [9, 9, "9 exchanges move: all there are."],
])("%i of %i", (fitting, all, text) => {
  expect(fitText(fitting, all)).toBe(text);
});
