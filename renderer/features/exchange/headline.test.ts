import { expect, test } from "vitest";
import { clientText, cutOffText, fidelityText, hasArrived } from "./headline.ts";

test("a client is named as it calls itself, a plugin by its own header", () => {
  expect(
    clientText([
      ["User-Agent", "klaviyo-api-node/23.0.0"],
      ["revision", "2026-07-15"],
    ]),
  ).toBe("klaviyo-api-node/23.0.0 · revision 2026-07-15");
  expect(
    clientText([
      ["user-agent", "Guzzle"],
      ["X-Klaviyo-User-Agent", "magento2/4"],
    ]),
  ).toBe("magento2/4");
  expect(clientText([])).toBe("");
});

test("fidelity is 100 only when every field arrived, and 0 only when none did", () => {
  expect([
    fidelityText(28, 26),
    fidelityText(1000, 999),
    fidelityText(1000, 1),
    fidelityText(3, 0),
    fidelityText(3, 3),
  ]).toEqual(["93 %", "99 %", "1 %", "0 %", "100 %"]);
  expect(fidelityText(0, 0)).toBe("");
});

test("native calls that an end of the workbench cut off are told with their number and what to do", () => {
  expect(cutOffText(700, 300)).toBe(
    "The workbench ended amid 1,000 native calls: 300 were not made. A replay makes them all.",
  );
  expect(cutOffText(0, 1)).toBe("The workbench ended amid 1 native call: 1 was not made. A replay makes them all.");
});

test("what was translated has arrived once something native took it, and not when it went unrecorded", () => {
  expect([hasArrived([202, 201], []), hasArrived([502, 201], []), hasArrived([502, null], [])]).toEqual([
    true,
    true,
    false,
  ]);
  expect(hasArrived([202, 201], [{ code: "known-unique-id" }])).toBe(false);
});
