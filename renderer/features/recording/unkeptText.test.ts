import { expect, test } from "vitest";
import { unkeptText } from "./unkeptText.ts";

test.each([
  [true, 0, 0, "Paused: what arrives is answered and shown, not kept."],
  [true, 1, 0, "Paused: 1 exchange shown, not kept."],
  [true, 1000, 1200, "Paused: 1,000 exchanges shown, not kept; 1,200 older ones are gone."],
  [false, 12, 0, "While recording was paused: 12 exchanges shown, not kept."],
  [false, 0, 0, undefined],
])("paused %s, %i shown, %i gone", (isPaused, exchanges, dropped, text) => {
  expect(unkeptText(isPaused, { exchanges, dropped })).toBe(text);
});
