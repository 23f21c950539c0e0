import { expect, test } from "vitest";
import { formText, offerText, placeText } from "./compareText.ts";

test("a place is read as a header's name, a pointer, or the part it is all of", () => {
  expect(placeText("response-header", "/x-trace")).toBe("x-trace");
  expect(placeText("response-body", "/data/id")).toBe("/data/id");
  expect(placeText("status", "")).toBe("status");
});

test("a tolerance is said in the largest unit that is whole", () => {
  expect(formText({ timeToleranceMs: 60_000 })).toBe("may be 1 min apart");
  expect(formText({ timeToleranceMs: 250 })).toBe("may be 250 ms apart");
  expect(offerText({ numberTolerance: 0.01 })).toBe("Allow 0.01 apart");
  expect(offerText({ numberTolerance: 0 })).toBe("Allow another spelling");
});
